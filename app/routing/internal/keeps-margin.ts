import type { Problem } from "./build-problem.ts";
import { makeCriterion, measurePlan, type SitePlan } from "./criteria.ts";

/** Does the plan earn the least margin the rules ask for, if they ask for one? */
export function keepsMargin(problem: Problem, plan: SitePlan): boolean {
  if (problem.minMargin === null) return true;
  const loss = makeCriterion(problem, "loss");
  return measurePlan(problem, loss, plan) + loss.offset <= -problem.minMargin;
}
