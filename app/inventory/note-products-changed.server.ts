import type { Tx } from "#app/db.server.ts";
import { enqueue } from "#app/queue/enqueue.server.ts";
import type { ShopContext } from "#app/shop-context.ts";

/** Has the products read again: their webhooks carry more than we need and less than is true. */
export async function noteProductsChanged(
  tx: Tx,
  shop: ShopContext,
  productIds: readonly string[],
): Promise<void> {
  const unique = [...new Set(productIds)];
  await enqueue(tx, "sync-products", { shopId: shop.shopId, productIds: unique });
}
