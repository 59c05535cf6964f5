import type { AllocationGoal } from "./allocate-within-limits.ts";
import { boundCriterion } from "./bound-criterion.ts";
import type { Problem } from "./build-problem.ts";
import { type Criterion, makeCriterion, measurePlan } from "./criteria.ts";
import { listPricing, rankPrices } from "./rank-prices.ts";
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

/**
 * Units are shared out by the criteria that price them, in order; cheapest first at last, which never
 * hurts, and any limit on cost or loss depends on it.
 */
export function makeAllocationGoal(
  problem: Problem,
  limits: readonly Goal[],
  criteria: readonly Criterion[],
): AllocationGoal {
  const { unitCost, skuCount, lines, partial } = problem;
  const cost = (site: number, line: number) => unitCost[site * skuCount + lines[line]!.sku]!;
  const pricing = listPricing(problem, criteria);
  const isByCost = pricing === null;
  const loss = limits.find(({ criterion }) => criterion.name === "loss");
  const asksCost = loss !== undefined || criteria.some(({ unit }) => unit === unitCost);
  const ranked = isByCost
    ? { price: cost, costWeight: asksCost ? 1 : 0, isExact: true, tellsLinesApart: false }
    : rankPrices(problem, pricing);
  if (!loss || (isByCost && !partial)) return { ...ranked, isByCost, loss: null };
  const { perLine } = loss.criterion;
  return {
    ...ranked,
    isByCost,
    loss: {
      price: (site, line) => cost(site, line) + perLine![line]!,
      fixed: loss.criterion.fixed,
      measure: (plan) => measurePlan(problem, loss.criterion, plan),
      limit: loss.limit,
    },
  };
}
