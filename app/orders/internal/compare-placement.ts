import type { Parcel } from "#app/routing/plan.ts";
import type { KeptUnits } from "./order-units.ts";
import { tally } from "./tally.ts";

/** Units by line item and location; the key is made by `placeKey`. */
export type Placement = ReadonlyMap<string, number>;

export function placeKey(lineItemId: string, locationId: string): string {
  return `${lineItemId}/${locationId}`;
}

/** Where a plan, rows of units, or both put the units. */
export function placementOf(
  parcels: readonly Parcel[],
  rows: readonly KeptUnits[] = [],
): Map<string, number> {
  const planned = parcels.flatMap((parcel) =>
    parcel.lines.map((line) => ({
      lineItemId: line.lineId,
      locationId: parcel.locationId,
      units: line.quantity,
    })),
  );
  return tally(
    [...planned, ...rows],
    (row) => placeKey(row.lineItemId, row.locationId),
    (row) => row.units,
  );
}

/** True when nothing stands where the plan does not want it. Fewer units are fine: they were shipped. */
export function isWithin(standing: Placement, expected: Placement): boolean {
  return [...standing].every(([place, units]) => units <= (expected.get(place) ?? 0));
}

/** True when both put the same units at the same places. */
export function isSamePlacement(a: Placement, b: Placement): boolean {
  return isWithin(a, b) && isWithin(b, a);
}

/** What is left of a placement without some of its units, never below zero. */
export function without(placement: Placement, taken: Placement): Map<string, number> {
  return new Map(
    [...placement].map(([place, units]) => [place, Math.max(0, units - (taken.get(place) ?? 0))]),
  );
}
