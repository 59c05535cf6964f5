import type { Tx } from "#app/db.server.ts";
import type { ShadowLedger } from "./shadow-ledger.ts";
import { shelfKey } from "./shadow-ledger.ts";

interface LedgerQuery {
  readonly shopId: string;
  readonly shadowId: string;
  readonly skus: readonly string[];
  /** When the order in question was decided. */
  readonly at: Date;
}

/** How far the shadow's world has moved from the live one, for some SKUs and today's capacity. */
export async function readShadowLedger(
  tx: Tx,
  { shopId, shadowId, skus, at }: LedgerQuery,
): Promise<ShadowLedger> {
  const shelves = await tx.$queryRaw<{ sku: string; locationId: string; units: number }[]>`
    select u.sku, u.location_id as "locationId", sum(u.shadow_units - u.live_units)::int as units
    from shadow_units u
    join orders o on o.shop_id = u.shop_id and o.order_id = u.order_id
    where u.shop_id = ${shopId} and u.shadow_id = ${shadowId} and u.sku = any(${[...skus]}::text[])
      and o.cancelled_at is null
    group by 1, 2`;
  const today = await tx.$queryRaw<{ locationId: string; units: number }[]>`
    select u.location_id as "locationId", sum(u.shadow_units - u.live_units)::int as units
    from shadow_units u
    join shadow_decisions s using (shop_id, shadow_id, order_id)
    join orders o on o.shop_id = u.shop_id and o.order_id = u.order_id
    join locations l on l.shop_id = u.shop_id and l.location_id = u.location_id
    where u.shop_id = ${shopId} and u.shadow_id = ${shadowId} and o.cancelled_at is null
      and s.decided_at >=
        date_trunc('day', ${at}::timestamptz at time zone l.time_zone) at time zone l.time_zone
    group by 1`;
  return {
    shelves: new Map(shelves.map((row) => [shelfKey(row.sku, row.locationId), row.units])),
    today: new Map(today.map((row) => [row.locationId, row.units])),
  };
}
