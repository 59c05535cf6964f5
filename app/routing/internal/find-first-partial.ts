import { type AllocationGoal, allocateWithinLimits } from "./allocate-within-limits.ts";
import type { Problem } from "./build-problem.ts";
import { measurePlan, type SitePlan } from "./criteria.ts";
import type { Effort } from "./effort.ts";
import type { Goal } from "./search-plans.ts";

/**
 * A first partial plan that ships as much as all sites together can. It is only a start: null when
 * the whole order must be filled or the plan would break a limit.
 */
export function findFirstPartial(
  problem: Problem,
  sites: readonly number[],
  limits: readonly Goal[],
  allocation: AllocationGoal,
  effort: Effort,
): SitePlan | null {
  if (!problem.partial || problem.parcelLimits.length > 0) return null;
  const plan = allocateWithinLimits(problem, sites, null, allocation, effort);
  if (!plan || plan.sites.length === 0) return null;
  const keeps = limits.every(
    ({ criterion, limit }) => measurePlan(problem, criterion, plan) <= limit,
  );
  return keeps ? plan : null;
}
