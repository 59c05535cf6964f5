import type { Tx } from "../db.server.ts";
import type { ShopContext } from "../shop-context.ts";

/**
 * The item was deleted in Shopify. Its row stays, because past decisions name it; its stock goes.
 */
export async function forgetItem(
  tx: Tx,
  shop: ShopContext,
  inventoryItemId: string,
): Promise<void> {
  const where = { shopId: shop.shopId, inventoryItemId };
  await tx.stockLevel.deleteMany({ where });
  await tx.item.updateMany({ where, data: { deleted: true } });
}
