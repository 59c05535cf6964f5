import type { AllocationGoal } from "./allocate-within-limits.ts";
import { boundCriterion } from "./bound-criterion.ts";
import { breakTies } from "./break-ties.ts";
import type { Problem } from "./build-problem.ts";
import { type Criterion, makeCriterion, measurePlan, type SitePlan } from "./criteria.ts";
import type { Effort } from "./effort.ts";
import { findBestSingle } from "./find-best-single.ts";
import { findFirstPartial } from "./find-first-partial.ts";
import { requireUnits } from "./require-units.ts";
import { exceeds, fitsAlone, type Goal, searchPlans } from "./search-plans.ts";

/** The best plan and how far it is proven. */
export interface BestPlan {
  readonly plan: SitePlan;
  readonly optimal: boolean;
  /** Per criterion, a value no plan as good on the criteria before it can go below. */
  readonly bounds: readonly number[];
}

/**
 * The best plan by criteria compared in order (lexicographic, or preemptive, goal programming:
 * A. Charnes and W. W. Cooper, 1961): press the first criterion as low as possible, keep it there,
 * press the next; what then still ties is settled by ids. Null when no plan keeps the limits.
 */
export function findBestPlan(
  problem: Problem,
  criteria: readonly Criterion[],
  effort: Effort,
): BestPlan | null {
  let sites: readonly number[] = problem.locations.map((_, site) => site);
  const goals = limitPlans(problem, sites);
  const allocation = makeAllocationGoal(problem, goals);
  let plan =
    findBestSingle(problem, criteria, goals) ??
    findFirstPartial(problem, sites, goals, allocation, effort);
  const bounds: number[] = [];
  for (const criterion of criteria) {
    const goal = addGoal(problem, criterion, plan, sites, goals);
    plan = improve(problem, goals, goal, allocation, sites, effort) ?? plan;
    if (!plan) return null;
    const value = measurePlan(problem, criterion, plan);
    goal.limit = value;
    bounds.push(effort.isSpent() ? Math.min(value, Math.ceil(goal.bound.base - 1e-3)) : value);
    sites = sites.filter((site) => goals.every((each) => fitsAlone(each, site)));
  }
  plan = breakTies(problem, plan!, goals, allocation, sites, effort);
  return { plan, optimal: !effort.isSpent(), bounds };
}

/** Limits on whole plans that can be written as a criterion with a largest value. */
function limitPlans(problem: Problem, sites: readonly number[]): Goal[] {
  const goals: Goal[] = [];
  const required = requireUnits(problem, sites, problem.totalDemand - 1);
  const addLimit = (criterion: Criterion, limit: number) => {
    const bound = boundCriterion(problem, criterion, sites, required);
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
function makeAllocationGoal(problem: Problem, limits: readonly Goal[]): AllocationGoal {
  const { unitCost, skuCount, lines, partial } = problem;
  const price = (site: number, line: number) => unitCost[site * skuCount + lines[line]!.sku]!;
  const loss = limits.find(({ criterion }) => criterion.name === "loss");
  if (!partial || !loss) return { price, loss: null };
  const { perLine } = loss.criterion;
  return {
    price,
    loss: {
      price: (site, line) => price(site, line) + perLine![line]!,
      measure: (plan) => measurePlan(problem, loss.criterion, plan),
      limit: loss.limit,
    },
  };
}

function addGoal(
  problem: Problem,
  criterion: Criterion,
  plan: SitePlan | null,
  sites: readonly number[],
  goals: Goal[],
): Goal {
  const required = requireUnits(problem, sites, shortLimit(problem, goals));
  const worst = criterion.name === "unfilled" ? problem.totalDemand - 1 : Infinity;
  const goal: Goal = {
    criterion,
    bound: boundCriterion(problem, criterion, sites, required),
    limit: plan ? measurePlan(problem, criterion, plan) - 1 : worst,
  };
  goals.push(goal);
  return goal;
}

/** A plan better on the newest goal than the one known, if there is one. */
function improve(
  problem: Problem,
  goals: readonly Goal[],
  goal: Goal,
  allocation: AllocationGoal,
  sites: readonly number[],
  effort: Effort,
): SitePlan | null {
  if (exceeds(goal, goal.bound.base) || effort.isSpent()) return null;
  const required = requireUnits(problem, sites, shortLimit(problem, goals));
  const pool = sites.filter((site) => goals.every((each) => fitsAlone(each, site)));
  const task = { problem, required, goals, objective: goal, allocation, bounds: null, effort };
  return searchPlans(task, [], pool);
}

function shortLimit(problem: Problem, goals: readonly Goal[]): number {
  const unfilled = goals.find(({ criterion }) => criterion.name === "unfilled");
  return unfilled ? unfilled.limit : problem.totalDemand - 1;
}
