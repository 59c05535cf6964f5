import type { Problem } from "./build-problem.ts";
import { listCriteria } from "./criteria.ts";
import { limitEffort } from "./effort.ts";
import { findBestPlan } from "./find-best-plan.ts";
import { findFirstPlan } from "./find-first-plan.ts";
import { limitPlans, makeAllocationGoal } from "./limit-plans.ts";
import { suppliesAll } from "./supplies-all.ts";

const MOST_NODES = 50;

/** Is a plan that fills the whole order soon found? A short search that may miss one. */
export function canFill(problem: Problem): boolean {
  if (!suppliesAll(problem)) return false;
  const effort = limitEffort(MOST_NODES, 0, undefined);
  const criteria = listCriteria(problem, ["fewest_parcels"]);
  const sites = problem.locations.map((_, site) => site);
  const limits = limitPlans(problem, sites);
  const allocation = makeAllocationGoal(problem, limits, criteria);
  const first = findFirstPlan(problem, criteria, sites, limits, allocation, effort);
  return first !== null || findBestPlan(problem, criteria, effort) !== null;
}
