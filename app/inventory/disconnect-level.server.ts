import type { Tx } from "#app/db.server.ts";
import type { LevelKey } from "#app/shopify/live-level.ts";
import type { ShopContext } from "#app/shop-context.ts";

/** The item is no longer stocked at the location: without a row there is no stock. */
export async function disconnectLevel(tx: Tx, shop: ShopContext, level: LevelKey): Promise<void> {
  const { shopId, actor, clock } = shop;
  const { inventoryItemId, locationId } = level;
  await tx.$executeRaw`
    with gone as (
      delete from stock_levels where shop_id = ${shopId}
        and inventory_item_id = ${inventoryItemId} and location_id = ${locationId}
      returning available
    )
    insert into stock_movements (shop_id, inventory_item_id, location_id, at, cause, before, after,
      actor)
    select ${shopId}, ${inventoryItemId}, ${locationId}, ${clock.now()}, 'disconnected', available, 0,
      ${actor.name}
    from gone where available <> 0`;
}
