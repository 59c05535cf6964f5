import type { Decision } from "#app/routing/plan.ts";
import type { RouteOptions } from "#app/routing/route-order.ts";
import { routeOrder } from "#app/routing/route-order.ts";
import type { Network } from "#app/routing/snapshot.ts";
import type { StoredSnapshot } from "./build-snapshot.ts";
import { withoutNotes } from "./build-snapshot.ts";

export interface Routed {
  /** The one the plan was made from: replaying it gives the plan. */
  readonly snapshot: StoredSnapshot;
  readonly plan: Decision;
}

/**
 * Lets the engine decide with the opportunity costs of the snapshot. They weigh plans and must never
 * refuse one: where they leave a unit unfilled or relax a rule (a guardrail on the order's margin
 * counts them), the order is decided again without them, and that plan stands if it does better.
 */
export function routeWithOutlook(
  snapshot: StoredSnapshot,
  network: Network,
  options: () => RouteOptions = () => ({}),
): Routed {
  const route = (frozen: StoredSnapshot): Routed => ({
    snapshot: frozen,
    plan: routeOrder({ ...withoutNotes(frozen), network }, options()),
  });
  const routed = route(snapshot);
  if (!mayHaveRefused(routed)) return routed;
  const stock = snapshot.stock.map((row) => ({ ...row, opportunityCost: "0" }));
  const frank = route({ ...snapshot, stock });
  return fallsShortOf(routed.plan, frank.plan) ? frank : routed;
}

function mayHaveRefused({ snapshot, plan }: Routed): boolean {
  if (plan.outcome === "held") return false;
  const gaveWay = plan.outcome !== "planned" || plan.relaxed.length > 0;
  return gaveWay && snapshot.stock.some((row) => Number(row.opportunityCost) > 0);
}

function fallsShortOf(plan: Decision, other: Decision): boolean {
  const missing = countUnfilled(plan) - countUnfilled(other);
  return missing > 0 || (missing === 0 && plan.relaxed.length > other.relaxed.length);
}

function countUnfilled({ unfilled }: Decision): number {
  return unfilled.reduce((sum, { quantity }) => sum + quantity, 0);
}
