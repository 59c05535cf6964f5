import type { AllocationGoal } from "./allocate-within-limits.ts";
import { boundCriterion } from "./bound-criterion.ts";
import type { Problem } from "./build-problem.ts";
import { type Criterion, makeCriterion, measurePlan } from "./criteria.ts";
import { requireUnits } from "./require-units.ts";
import type { Goal } from "./goal.ts";

/** Limits on whole plans that can be written as a criterion with a largest value. */
export function limitPlans(problem: Problem, sites: readonly number[]): Goal[] {
  const goals: Goal[] = [];
  const required = requireUnits(problem, sites, problem.totalDemand - 1, 1);
  const addLimit = (criterion: Criterion, limit: number) => {
    const bound = boundCriterion(problem, criterion, sites, required, limit);
    goals.push({ criterion, limit, bound });
  };
  const most = Math.min(...problem.parcelLimits.filter(({ all }) => all).map(({ max }) => max));
  if (most < sites.length) addLimit(makeCriterion(problem, "fewest_parcels"), most);
  if (problem.minMargin !== null) {
    const loss = makeCriterion(problem, "loss");
    addLimit(loss, -problem.minMargin - loss.offset);
  }
  return goals;
}

/** Cheapest first always: it never hurts, and any limit on cost or loss depends on it. */
export function makeAllocationGoal(problem: Problem, limits: readonly Goal[]): AllocationGoal {
  const { unitCost, skuCount, lines, partial } = problem;
  const price = (site: number, line: number) => unitCost[site * skuCount + lines[line]!.sku]!;
  const loss = limits.find(({ criterion }) => criterion.name === "loss");
  if (!partial || !loss) return { price, loss: null };
  const { perLine } = loss.criterion;
  return {
    price,
    loss: {
      price: (site, line) => price(site, line) + perLine![line]!,
      fixed: loss.criterion.fixed,
      measure: (plan) => measurePlan(problem, loss.criterion, plan),
      limit: loss.limit,
    },
  };
}
