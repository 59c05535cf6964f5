import type { Requirement } from "./bound-criterion.ts";
import type { ParcelLimit, Problem } from "./build-problem.ts";

/**
 * What every plan must ship: all of it, or in a partial plan all that the sites have, less what
 * `short` (units a plan may leave unfilled) allows beyond the units nobody has.
 */
export function requireUnits(
  problem: Problem,
  sites: readonly number[],
  short: number,
  leastParcels: number,
): Requirement {
  if (!problem.partial) return { units: problem.demand, slack: 0, leastParcels };
  const units = problem.demand.map((demand, sku) =>
    Math.min(demand, sumSupply(problem, sites, sku)),
  );
  const missing = problem.totalDemand - units.reduce((sum, amount) => sum + amount, 0);
  return { units, slack: Math.max(0, short - missing), leastParcels };
}

/** No plan leaves fewer units unfilled than this. */
export function leastShort(problem: Problem, sites: readonly number[]): number {
  const { units } = requireUnits(problem, sites, 0, 1);
  const shipped = units.reduce((sum, amount) => sum + amount, 0);
  let least = problem.totalDemand - shipped;
  for (const limit of problem.parcelLimits) {
    const wanted = units.reduce((sum, amount, sku) => (limit.selects[sku] ? sum + amount : sum), 0);
    const carried = sumLargestGifts(problem, sites, limit);
    least = Math.max(least, problem.totalDemand - shipped + Math.max(0, wanted - carried));
  }
  return least;
}

function sumSupply(problem: Problem, sites: readonly number[], sku: number): number {
  let total = 0;
  for (const site of sites) total += problem.supply[site * problem.skuCount + sku]!;
  return total;
}

function sumLargestGifts(problem: Problem, sites: readonly number[], limit: ParcelLimit): number {
  return sites
    .map((site) => {
      const units = problem.demand.reduce(
        (sum, _, sku) =>
          limit.selects[sku] ? sum + problem.supply[site * problem.skuCount + sku]! : sum,
        0,
      );
      return Math.min(units, problem.capacity[site]!);
    })
    .sort((a, b) => b - a)
    .slice(0, limit.max)
    .reduce((sum, units) => sum + units, 0);
}
