import type { Problem } from "./build-problem.ts";
import type { Criterion, SitePlan } from "./criteria.ts";

/**
 * Could the same sites share out the units in another way that is as good? Not when one site ships
 * everything, nor when every SKU is cheapest-first over sites with different prices and no limit
 * stands in the way. May say yes where the answer is no.
 */
export function hasChoice(
  problem: Problem,
  plan: SitePlan,
  criteria: readonly Criterion[],
): boolean {
  if (plan.short > 0) return true;
  if (plan.sites.length === 1) return false;
  if (problem.world.steppedAt) return true;
  const { skuCount, lines, supply, demand } = problem;
  const comparesCost = criteria.some(({ name }) => name === "lowest_cost");
  if (!comparesCost || lines.length > skuCount || limitsShares(problem, plan)) return true;
  for (let sku = 0; sku < skuCount; sku++) {
    const prices = plan.sites
      .filter((site) => supply[site * skuCount + sku]! > 0)
      .map((site) => problem.unitCost[site * skuCount + sku]!);
    const held = plan.sites.reduce((sum, site) => sum + supply[site * skuCount + sku]!, 0);
    // With nothing to spare every site gives all it has.
    if (held > demand[sku]! && new Set(prices).size < prices.length) return true;
  }
  return false;
}

/** Are there limits under which sharing out is not a matter of supply and prices alone? */
export function limitsShares(problem: Problem, plan: SitePlan): boolean {
  return (
    problem.valueFloors.length > 0 ||
    problem.parcelLimits.some(({ all }) => !all) ||
    plan.sites.some((site) => problem.capacity[site]! < problem.totalDemand)
  );
}
