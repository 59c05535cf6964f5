import type { Tx } from "#app/db.server.ts";

/** Something that changed what is available or what we hold of it. */
export interface ItemEvent {
  readonly key: string;
  readonly at: string;
  readonly locationName: string;
  /** A stock movement's cause, or `reserved` and `released` for a hold of ours. */
  readonly cause: string;
  /** Units of available gained or lost; of a hold, its size. */
  readonly units: number;
  /** Available after a movement; null for holds, which Shopify does not see. */
  readonly after: number | null;
  /** Who counted or asked; empty for Shopify and ourselves. */
  readonly actor: string;
  readonly orderId: string | null;
  readonly orderName: string | null;
}

const eventsShown = 100;

/** The latest movements and holds of an item at all locations, newest first. */
export async function readItemHistory(
  tx: Tx,
  shopId: string,
  inventoryItemId: string,
): Promise<ItemEvent[]> {
  const rows = await tx.$queryRaw<(Omit<ItemEvent, "at"> & { at: Date })[]>`
    select told.key, told.at, place.name "locationName", told.cause, told.units, told.after,
      told.actor, told."orderId", nullif(placed.name, '') "orderName"
    from (
      select 'move-' || movement_id key, at, location_id, cause, after - before units, after,
        case when actor = 'backroom' then '' else actor end actor, null "orderId"
      from stock_movements
      where shop_id = ${shopId} and inventory_item_id = ${inventoryItemId}
      union all
      select 'hold-' || reservation_id, created_at, location_id, 'reserved', units, null, '', order_id
      from reservations
      where shop_id = ${shopId} and inventory_item_id = ${inventoryItemId}
        and created_at is distinct from ended_at
      union all
      select 'end-' || reservation_id, ended_at, location_id,
        case status when 'reflected' then 'reflected' else 'released' end, units, null, '', order_id
      from reservations
      where shop_id = ${shopId} and inventory_item_id = ${inventoryItemId}
        and ended_at is not null and created_at <> ended_at
    ) told
    join locations place on place.shop_id = ${shopId} and place.location_id = told.location_id
    left join orders placed on placed.shop_id = ${shopId} and placed.order_id = told."orderId"
    order by told.at desc, told.key desc limit ${eventsShown}`;
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
