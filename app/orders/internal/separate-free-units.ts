import type { KeptUnits, StandingUnits } from "./order-units.ts";
import { tally } from "./tally.ts";

export interface FreeAndKept {
  /** Units a decision may place, with where they stand now. */
  readonly free: readonly StandingUnits[];
  /** Accepted units that Shopify still has at their location. */
  readonly kept: readonly KeptUnits[];
}

/**
 * Takes the accepted units out of the standing ones. Accepted units that are no longer there (fulfilled
 * meanwhile, removed by an edit) count for nothing.
 */
export function separateFreeUnits(
  standing: readonly StandingUnits[],
  accepted: readonly KeptUnits[],
): FreeAndKept {
  const wanted = tally(accepted, placeOf, (row) => row.units);
  const free: StandingUnits[] = [];
  const kept: KeptUnits[] = [];
  for (const row of standing) {
    const claim = wanted.get(placeOf(row)) ?? 0;
    const staying = Math.min(claim, row.units);
    wanted.set(placeOf(row), claim - staying);
    if (staying > 0) {
      kept.push({ lineItemId: row.lineItemId, locationId: row.locationId, units: staying });
    }
    if (staying < row.units) free.push({ ...row, units: row.units - staying });
  }
  return { free, kept };
}

function placeOf(row: { readonly lineItemId: string; readonly locationId: string }): string {
  return `${row.lineItemId}/${row.locationId}`;
}
