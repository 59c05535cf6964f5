import type { StandingUnits } from "./order-units.ts";
import type { StockPool } from "./stock-pool.ts";
import { cellKey } from "./stock-pool.ts";
import { tally } from "./tally.ts";

/**
 * Units of an order that the mirror already counts as committed, by item and location: to the order
 * itself they are available. Shopify commits an order's units where it first puts them; a mirrored
 * level older than the order does not show that yet. Shopify's instants are whole seconds.
 */
export function findCommittedUnits(
  standing: readonly StandingUnits[],
  orderCreatedAt: string,
  pool: StockPool,
): ReadonlyMap<string, number> {
  const second = Math.floor(Date.parse(orderCreatedAt) / 1000);
  const shown = standing.flatMap(({ inventoryItemId, locationId, units }) => {
    const cell = inventoryItemId === null ? undefined : pool.get(inventoryItemId)?.get(locationId);
    const isShown = cell && (cell.knownAt === null || Math.floor(cell.knownAt / 1000) >= second);
    return isShown ? [{ key: cellKey(inventoryItemId!, locationId), units }] : [];
  });
  return tally(
    shown,
    (row) => row.key,
    (row) => row.units,
  );
}
