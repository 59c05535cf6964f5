import type { LiveOrder } from "#app/shopify/live-order.ts";
import type { WantedLine } from "./build-snapshot.ts";
import type { StandingUnits } from "./order-units.ts";
import { tally } from "./tally.ts";

/** The units to place, by line item: where they stand now does not matter to the engine. */
export function listWantedLines(free: readonly StandingUnits[], live: LiveOrder): WantedLine[] {
  const units = tally(
    free,
    (row) => row.lineItemId,
    (row) => row.units,
  );
  const itemOf = new Map(free.map((row) => [row.lineItemId, row.inventoryItemId]));
  const priceOf = new Map(live.lineItems.map((line) => [line.id, line.unitPrice]));
  return [...units].map(([lineItemId, wanted]) => ({
    lineItemId,
    inventoryItemId: itemOf.get(lineItemId) ?? null,
    units: wanted,
    unitPrice: priceOf.get(lineItemId) ?? "0",
  }));
}
