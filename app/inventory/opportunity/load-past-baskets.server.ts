import type { Tx } from "#app/db.server.ts";

/** An order of the past; `items` are inventory item ids. */
export interface RememberedBasket {
  readonly placedAt: Date;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly service: string | null;
  readonly pickupLocationId: string | null;
  readonly lines: readonly { readonly item: string; readonly units: number }[];
}

/**
 * What customers bought since an instant, oldest first, the latest `limit` orders: those we decided,
 * as they first were, and those placed before we came, as far as history was imported. Cancelled
 * orders and items that are not in the catalogue are left out.
 */
export async function loadPastBaskets(
  tx: Tx,
  shopId: string,
  since: Date,
  limit: number,
): Promise<RememberedBasket[]> {
  const rows = await tx.$queryRaw<RememberedBasket[]>`
    with decided as (
      select o.order_id, o.placed_at, o.latitude, o.longitude, o.service,
        case when o.delivery_method = 'pickup' then o.pickup_location_id end as pickup,
        d.snapshot -> 'order' -> 'lines' as lines
      from orders o join decisions d on d.shop_id = o.shop_id and d.order_id = o.order_id
        and d.sequence = 1
      where o.shop_id = ${shopId} and o.placed_at >= ${since} and o.cancelled_at is null
    ), sold as (
      select order_id, placed_at, latitude, longitude, service, pickup, i.inventory_item_id as item,
        (line ->> 'quantity')::int as units
      from decided, jsonb_array_elements(lines) line
        join items i on i.shop_id = ${shopId} and i.key = line ->> 'sku'
      union all
      select p.order_id, p.placed_at,
        (p.facts -> 'order' -> 'shippingAddress' ->> 'latitude')::float8,
        (p.facts -> 'order' -> 'shippingAddress' ->> 'longitude')::float8,
        p.facts -> 'order' -> 'shippingLine' ->> 'code',
        (select l.location_id from past_placements l where l.shop_id = p.shop_id
          and l.order_id = p.order_id and l.delivery_method = 'PICK_UP' limit 1),
        i.inventory_item_id, (line ->> 'units')::int
      from past_orders p, jsonb_array_elements(p.facts -> 'lines') line
        join items i on i.shop_id = ${shopId} and i.inventory_item_id = line ->> 'inventoryItemId'
      where p.shop_id = ${shopId} and p.placed_at >= ${since} and p.cancelled_at is null
        and p.order_id not in (select order_id from decided)
    )
    select placed_at as "placedAt", latitude, longitude, service, pickup as "pickupLocationId",
      jsonb_agg(jsonb_build_object('item', item, 'units', units) order by item) as lines
    from sold where units > 0
    group by order_id, placed_at, latitude, longitude, service, pickup
    order by placed_at desc, order_id limit ${limit}`;
  return rows.reverse();
}
