import type { Clock } from "#app/clock.ts";
import { inShop } from "#app/db.server.ts";
import type { JobPayloads } from "#app/queue/jobs.ts";
import { systemContext } from "#app/shop-context.ts";
import { readItemsOfProduct } from "#app/shopify/read-items-of-product.server.ts";
import { forgetItems } from "./forget-items.server.ts";
import { storeItems } from "./store-items.server.ts";

/**
 * Job: reads changed products' items again, with the titles of the collections they are in; variants
 * and products that are gone are forgotten.
 */
export async function syncProducts(
  { shopId, productIds }: JobPayloads["sync-products"],
  clock?: Clock,
): Promise<void> {
  const shop = systemContext(shopId, clock);
  for (const productId of productIds) {
    const items = (await readItemsOfProduct(shopId, productId)) ?? [];
    await inShop(shop, async (tx) => {
      await storeItems(tx, shop, items);
      const gone = await tx.item.findMany({
        where: {
          shopId,
          productId,
          deleted: false,
          inventoryItemId: { notIn: items.map((item) => item.inventoryItemId) },
        },
        select: { inventoryItemId: true },
      });
      const goneIds = gone.map((item) => item.inventoryItemId);
      await forgetItems(tx, shop, goneIds);
    });
  }
}
