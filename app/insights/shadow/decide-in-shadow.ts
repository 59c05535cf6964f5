import type { Decision } from "#app/routing/plan.ts";
import { routeOrder } from "#app/routing/route-order.ts";
import type { Network, Snapshot } from "#app/routing/snapshot.ts";
import type { ShadowLedger } from "./shadow-ledger.ts";
import { shelfKey } from "./shadow-ledger.ts";

/**
 * Decides an order as it was told to live routing, in the shadow's network and with the shelves the
 * shadow's own choices would have left: what it took and live routing did not is gone, and the reverse.
 * Everything else that happened to stock (deliveries, counts, sales elsewhere) is taken to be the same in
 * both worlds. Nothing later than the snapshot is used. Pure and without a clock.
 */
export function decideInShadow(
  snapshot: Snapshot,
  network: Network,
  ledger: ShadowLedger,
): Decision {
  const unitsLeftToday = Object.fromEntries(
    Object.entries(snapshot.unitsLeftToday).map(([id, units]) => [
      id,
      Math.max(0, units - (ledger.today.get(id) ?? 0)),
    ]),
  );
  const stock = snapshot.stock.map((row) => ({
    ...row,
    available: row.available - (ledger.shelves.get(shelfKey(row.sku, row.locationId)) ?? 0),
  }));
  return routeOrder({ ...snapshot, network, stock, unitsLeftToday });
}

type Choice = Pick<Decision, "outcome" | "parcels">;

/** Do two decisions send the same units to the same places with the same outcome? */
export function isSameChoice(one: Choice, other: Choice): boolean {
  return one.outcome === other.outcome && describePlaces(one) === describePlaces(other);
}

function describePlaces({ parcels }: Choice): string {
  return JSON.stringify(parcels.map(({ locationId, lines }) => [locationId, lines]));
}
