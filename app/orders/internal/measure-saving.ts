import type { Parcel } from "#app/routing/plan.ts";
import { routeOrder } from "#app/routing/route-order.ts";
import type { Network } from "#app/routing/snapshot.ts";
import { withoutNotes } from "./build-snapshot.ts";
import type { Routed } from "./route-with-outlook.ts";

/**
 * What a new plan saves against the one in force, both priced in the new plan's world, in the shop's
 * currency; null where either leaves something unfilled or relaxes a rule. The old plan is priced as
 * the best that its own shelves allow, so that the saving is never overstated.
 */
export function measureSaving(
  { snapshot, plan }: Routed,
  inForce: readonly Parcel[],
  network: Network,
): number | null {
  const skuOf = new Map(snapshot.order.lines.map(({ id, sku }) => [id, sku]));
  const shelves = new Set(
    inForce.flatMap(({ locationId, lines }) =>
      lines.map(({ lineId }) => `${locationId} ${skuOf.get(lineId)}`),
    ),
  );
  const stock = snapshot.stock.filter(({ locationId, sku }) => shelves.has(`${locationId} ${sku}`));
  const before = routeOrder({ ...withoutNotes(snapshot), stock, network });
  for (const { outcome, relaxed } of [plan, before]) {
    if (outcome !== "planned" || relaxed.length > 0) return null;
  }
  return Number(before.cost) - Number(plan.cost);
}
