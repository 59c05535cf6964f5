import { type AllocationGoal, allocateWithinLimits } from "./allocate-within-limits.ts";
import type { Problem } from "./build-problem.ts";
import { type Criterion, measurePlan, type SitePlan } from "./criteria.ts";
import { type Effort, limitEffort } from "./effort.ts";
import { findBestSingle } from "./find-best-single.ts";
import { findGreedySites } from "./find-greedy-sites.ts";
import { requireUnits } from "./require-units.ts";
import type { Goal } from "./goal.ts";

/** To share out among all sites is only a start: it need not be the best share. */
const FEW_NODES = 200;

/**
 * A good plan to start from: the best from a single site, or a greedy one. A partial plan must ship
 * as much as all sites together can, so all of them are asked. Null says nothing about other plans.
 */
export function findFirstPlan(
  problem: Problem,
  criteria: readonly Criterion[],
  sites: readonly number[],
  limits: readonly Goal[],
  allocation: AllocationGoal,
  effort: Effort,
): SitePlan | null {
  const single = findBestSingle(problem, criteria, limits);
  if (single) return single;
  const { units } = requireUnits(problem, sites, problem.totalDemand, 1);
  const guide = criteria.find(({ name }) => name !== "unfilled" && name !== "unknown_distance")!;
  const open = findGreedySites(problem, guide, sites, units);
  return (
    keepIfWithin(problem, open, limits, allocation, effort) ??
    (problem.partial && problem.parcelLimits.length === 0
      ? keepIfWithin(problem, sites, limits, allocation, limitEffort(FEW_NODES, 0, undefined))
      : null)
  );
}

function keepIfWithin(
  problem: Problem,
  open: readonly number[] | null,
  limits: readonly Goal[],
  allocation: AllocationGoal,
  effort: Effort,
): SitePlan | null {
  const plan = open && allocateWithinLimits(problem, open, null, allocation, effort);
  if (!plan || plan.sites.length === 0) return null;
  const keeps = limits.every(
    ({ criterion, limit }) => measurePlan(problem, criterion, plan) <= limit,
  );
  return keeps ? plan : null;
}
