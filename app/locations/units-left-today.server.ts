import { DateTime } from "luxon";
import type { Tx } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";

interface LimitedLocation {
  readonly locationId: string;
  readonly timeZone: string;
  readonly unitsPerDay: number | null;
}

/**
 * Units each location may still be given today, by location id; a location without a daily limit is
 * absent. Counted are the parcels of decisions that stand, made since the location's own midnight.
 */
export async function unitsLeftToday(
  tx: Tx,
  shop: ShopContext,
  locations: readonly LimitedLocation[],
): Promise<Record<string, number>> {
  const now = shop.clock.now();
  const limited = locations.flatMap(({ locationId, timeZone, unitsPerDay }) =>
    unitsPerDay === null
      ? []
      : [{ locationId, unitsPerDay, since: startOfDay(now, timeZone).toISOString() }],
  );
  if (limited.length === 0) return {};
  const used = await tx.$queryRaw<{ locationId: string; units: number }[]>`
    select place."locationId", sum((line ->> 'quantity')::int)::int units
    from jsonb_to_recordset(${JSON.stringify(limited)}::jsonb)
      as place("locationId" text, since timestamptz)
    join decisions decision on decision.shop_id = ${shop.shopId}
      and decision.created_at >= place.since and decision.superseded_at is null
    cross join lateral jsonb_array_elements(decision.plan -> 'parcels') parcel
    cross join lateral jsonb_array_elements(parcel -> 'lines') line
    where parcel ->> 'locationId' = place."locationId"
    group by 1`;
  const usedUnits = new Map(used.map((row) => [row.locationId, row.units]));
  return Object.fromEntries(
    limited.map(({ locationId, unitsPerDay }) => [
      locationId,
      Math.max(0, unitsPerDay - (usedUnits.get(locationId) ?? 0)),
    ]),
  );
}

function startOfDay(now: Date, timeZone: string): Date {
  const local = DateTime.fromJSDate(now, { zone: timeZone });
  const known = local.isValid ? local : DateTime.fromJSDate(now, { zone: "utc" });
  return known.startOf("day").toJSDate();
}
