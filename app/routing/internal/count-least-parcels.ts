import { boundSum } from "./bound-sum.ts";
import type { Problem } from "./build-problem.ts";
import { makeCriterion, type SitePlan } from "./criteria.ts";
import { requireUnits } from "./require-units.ts";

/**
 * How many parcels a plan other than the best single one has at least. Every single site was
 * compared already, so it is two, or as many as a minimum cover of the order must have.
 */
export function countLeastParcels(
  problem: Problem,
  sites: readonly number[],
  known: SitePlan | null,
): number {
  if (problem.partial) return 1;
  if (known?.sites.length === 1) return 2;
  const parcels = makeCriterion(problem, "fewest_parcels");
  const required = requireUnits(problem, sites, 0, 2);
  const aim = known ? known.sites.length : Infinity;
  return Math.max(2, Math.ceil(boundSum(problem, parcels, sites, required, aim).base - 1e-6));
}
