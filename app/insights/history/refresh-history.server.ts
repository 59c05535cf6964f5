import { inShop } from "#app/db.server.ts";
import { enqueue } from "#app/queue/enqueue.server.ts";
import type { ShopContext } from "#app/shop-context.ts";

/** Has past orders read from Shopify again now, instead of in the night. */
export async function refreshHistory(shop: ShopContext): Promise<void> {
  await inShop(shop, (tx) => enqueue(tx, "sync-history", { shopId: shop.shopId }));
}
