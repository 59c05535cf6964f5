import type { Parcel } from "#app/routing/plan.ts";
import type { WantedLine } from "./build-snapshot.ts";
import type { ReservedUnits } from "./stock-pool.ts";
import { cellKey } from "./stock-pool.ts";

export interface Claim extends ReservedUnits {
  readonly lineItemId: string;
  /** `reflected`: the mirror shows these units as committed there; `active`: not yet. */
  readonly status: "active" | "reflected";
}

/**
 * The reservations a plan needs. Units that stay where Shopify has committed them, as the mirror
 * shows, need no hold of ours; all others are held until Shopify's own figures show them.
 */
export function claimStock(
  parcels: readonly Parcel[],
  lines: readonly WantedLine[],
  committed: ReadonlyMap<string, number>,
): Claim[] {
  const itemOf = new Map(lines.map((line) => [line.lineItemId, line.inventoryItemId]));
  const left = new Map(committed);
  const claims: Claim[] = [];
  for (const { locationId, lines: allocations } of parcels) {
    for (const { lineId, quantity } of allocations) {
      const inventoryItemId = itemOf.get(lineId);
      if (!inventoryItemId) continue;
      const cell = cellKey(inventoryItemId, locationId);
      const staying = Math.min(left.get(cell) ?? 0, quantity);
      left.set(cell, (left.get(cell) ?? 0) - staying);
      const claim = { lineItemId: lineId, inventoryItemId, locationId };
      if (staying > 0) claims.push({ ...claim, units: staying, status: "reflected" });
      if (staying < quantity)
        claims.push({ ...claim, units: quantity - staying, status: "active" });
    }
  }
  return claims;
}
