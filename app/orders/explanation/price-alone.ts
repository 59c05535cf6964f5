import type { FallbackStep } from "#app/routing/ruleset.ts";
import { routeOrder } from "#app/routing/route-order.ts";
import type { Snapshot } from "#app/routing/snapshot.ts";

const worldSteps: readonly FallbackStep[] = [
  "allow_split",
  "relax_promise",
  "below_safety_stock",
  "one_more_parcel",
  "promise_one_day_later",
];

/**
 * What the order would have cost had this location shipped all of it, under the same rules and the
 * same relaxations: the engine is asked again with only this location in the world. Null when it
 * cannot ship the whole order.
 */
export function priceAlone(
  snapshot: Snapshot,
  relaxed: readonly FallbackStep[],
  locationId: string,
): string | null {
  const { network } = snapshot;
  const decision = routeOrder({
    ...snapshot,
    network: {
      ...network,
      locations: network.locations.filter(({ id }) => id === locationId),
      ruleset: {
        ...network.ruleset,
        whenNothingFits: relaxed.filter((step) => worldSteps.includes(step)),
      },
    },
    stock: snapshot.stock.filter((row) => row.locationId === locationId),
  });
  return decision.outcome === "planned" ? decision.cost : null;
}
