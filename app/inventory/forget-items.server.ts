import type { Tx } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";

/**
 * Items that Shopify no longer has. Their rows stay, because past decisions name them; their stock
 * goes, and their SKU becomes free for another item.
 */
export async function forgetItems(
  tx: Tx,
  shop: ShopContext,
  inventoryItemIds: readonly string[],
): Promise<void> {
  const { shopId } = shop;
  const ids = [...inventoryItemIds];
  await tx.stockLevel.deleteMany({ where: { shopId, inventoryItemId: { in: ids } } });
  await tx.$executeRaw`
    update items set deleted = true, key = '#' || inventory_item_id, updated_at = ${shop.clock.now()}
    where shop_id = ${shopId} and inventory_item_id = any(${ids})`;
}
