import type { Flip } from "../plan.ts";
import { measurePlan, measureWhole } from "./criteria.ts";
import type { Ruling } from "./decide-order.ts";
import { listFullSites } from "./find-best-single.ts";
import { formatMoney, MONEY_SCALE } from "./money.ts";
import { keepsMargin } from "./keeps-margin.ts";

/** Money is written with at most six digits before the point. */
const DEAREST = 100_000 * MONEY_SCALE;

/**
 * How much dearer a parcel from the one chosen location must be for another location, equal on all
 * priorities before cost, to ship the order instead.
 */
export function findCostFlip({ world, problem, best, criteria }: Ruling): Flip | null {
  const deciding = criteria.findIndex(({ unit }) => unit === problem.unitCost);
  if (!best || best.plan.sites.length !== 1 || best.plan.short > 0 || deciding < 0) return null;
  const chosen = best.plan;
  const { name } = criteria[deciding]!;
  const cost = measurePlan(problem, criteria[deciding]!, chosen);
  const earlier = criteria.slice(0, deciding);
  const units = chosen.units;
  let least = Infinity;
  for (const site of listFullSites(problem)) {
    if (site === chosen.sites[0]) continue;
    const rival = { sites: [site], units, short: 0 };
    const isLevel = earlier.every(
      (each) => measurePlan(problem, each, rival) === measurePlan(problem, each, chosen),
    );
    if (!isLevel || !keepsMargin(problem, rival)) continue;
    least = Math.min(least, measureWhole(world, name, problem.locations[site]!) - cost + 1);
  }
  if (least > DEAREST) return null;
  const { location, handlingPerParcel } =
    world.net.locations[problem.locations[chosen.sites[0]!]!]!;
  return {
    change: "cost",
    locationId: location.id,
    from: formatMoney(handlingPerParcel),
    to: formatMoney(handlingPerParcel + least),
  };
}
