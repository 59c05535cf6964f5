import { type AllocationGoal, allocateWithinLimits } from "./allocate-within-limits.ts";
import type { Problem } from "./build-problem.ts";
import { type Criterion, measurePlan, type SitePlan } from "./criteria.ts";
import type { Effort } from "./effort.ts";
import { compareValues } from "./find-best-single.ts";
import { findGreedySites } from "./find-greedy-sites.ts";
import type { Goal } from "./goal.ts";
import { improveSites } from "./improve-sites.ts";
import { leaveOutDominatedSites } from "./leave-out-dominated-sites.ts";
import { leaveOutDearSites } from "./leave-out-dear-sites.ts";
import { requireUnits } from "./require-units.ts";

/** A plan to start from, and the sites that a plan as good or better could use. */
export interface Start {
  readonly plan: SitePlan;
  readonly sites: readonly number[];
}

/**
 * A better whole plan by the first criterion that tells plans apart, or the plan itself. Only sites
 * that a plan as good could use are asked, which are often none.
 */
export function improvePlan(
  problem: Problem,
  criteria: readonly Criterion[],
  plan: SitePlan,
  sites: readonly number[],
  leastParcels: number,
  limits: readonly Goal[],
  allocation: AllocationGoal,
  effort: Effort,
): Start {
  const guide = criteria[0]!;
  if (problem.partial || guide.kind === "max") return { plan, sites };
  const required = requireUnits(problem, sites, 0, leastParcels);
  const aim = measurePlan(problem, guide, plan);
  const affordable = leaveOutDearSites(problem, guide, [], sites, required, aim).sites;
  const useful = leaveOutDominatedSites(problem, guide, affordable);
  if (useful.length === 0) return { plan, sites: useful };
  const greedy =
    plan.sites.length === 1 ? findGreedySites(problem, guide, useful, required.units) : null;
  const open = improveSites(problem, guide, greedy ?? plan.sites, useful);
  const found = allocateWithinLimits(problem, open, null, allocation, effort);
  const keeps =
    found && limits.every((each) => measurePlan(problem, each.criterion, found) <= each.limit);
  if (!keeps) return { plan, sites: useful };
  const measure = (each: SitePlan) => criteria.map((c) => measurePlan(problem, c, each));
  return { plan: compareValues(measure(found), measure(plan)) < 0 ? found : plan, sites: useful };
}
