import type { Tx } from "#app/db.server.ts";
import type { LevelKey } from "#app/shopify/live-level.ts";
import type { ShopContext } from "#app/shop-context.ts";

/** The item is no longer stocked at the location: without a row there is no stock. */
export async function disconnectLevel(tx: Tx, shop: ShopContext, level: LevelKey): Promise<void> {
  const { inventoryItemId, locationId } = level;
  await tx.stockLevel.deleteMany({ where: { shopId: shop.shopId, inventoryItemId, locationId } });
}
