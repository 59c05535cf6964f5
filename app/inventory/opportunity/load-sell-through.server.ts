import type { Tx } from "#app/db.server.ts";

/** Units that left a shelf for online orders. */
export interface SellThrough {
  readonly inventoryItemId: string;
  readonly locationId: string;
  readonly units: number;
}

/** Units given away since an instant by shelf: by our decisions in force, and before we came. */
export async function loadSellThrough(tx: Tx, shopId: string, since: Date): Promise<SellThrough[]> {
  return tx.$queryRaw<SellThrough[]>`
    with given as (
      select i.inventory_item_id as item, parcel ->> 'locationId' as place,
        (share ->> 'quantity')::int as units
      from decisions d
        join orders o on o.shop_id = d.shop_id and o.order_id = d.order_id,
        jsonb_array_elements(d.plan -> 'parcels') parcel,
        jsonb_array_elements(parcel -> 'lines') share,
        jsonb_array_elements(d.snapshot -> 'order' -> 'lines') line
        join items i on i.shop_id = ${shopId} and i.key = line ->> 'sku'
      where d.shop_id = ${shopId} and d.created_at >= ${since} and d.superseded_at is null
        and o.cancelled_at is null and line ->> 'id' = share ->> 'lineId'
      union all
      select line ->> 'inventoryItemId', l.location_id, (line ->> 'units')::int
      from past_placements l
        join past_orders p on p.shop_id = l.shop_id and p.order_id = l.order_id,
        jsonb_array_elements(l.lines) line
      where l.shop_id = ${shopId} and p.placed_at >= ${since} and p.cancelled_at is null
        and not exists (select from decisions d
          where d.shop_id = l.shop_id and d.order_id = l.order_id)
    )
    select item as "inventoryItemId", place as "locationId", sum(units)::int as units
    from given where item is not null group by 1, 2`;
}
