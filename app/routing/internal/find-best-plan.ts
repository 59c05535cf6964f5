import { boundCriterion } from "./bound-criterion.ts";
import { breakTies } from "./break-ties.ts";
import type { Problem } from "./build-problem.ts";
import { countLeastParcels } from "./count-least-parcels.ts";
import { type Criterion, measurePlan, type SitePlan } from "./criteria.ts";
import type { Effort } from "./effort.ts";
import { findFirstPlan } from "./find-first-plan.ts";
import { hasChoice, limitsShares } from "./has-choice.ts";
import { improvePlan } from "./improve-plan.ts";
import { limitPlans, makeAllocationGoal } from "./limit-plans.ts";
import { narrowProblem } from "./narrow-problem.ts";
import { requireUnits } from "./require-units.ts";
import { shareById } from "./share-by-id.ts";
import { exceeds, fitsAlone, type Goal } from "./goal.ts";
import { suppliesAll } from "./supplies-all.ts";
import { type SearchResult, searchPlans } from "./search-plans.ts";
import type { AllocationGoal } from "./allocate-within-limits.ts";

/** The best plan and how far it is proven. */
export interface BestPlan {
  readonly plan: SitePlan;
  readonly optimal: boolean;
  /** Per criterion, a value no plan as good on the criteria before it can go below. */
  readonly bounds: readonly number[];
}

/** What is known while the criteria are pressed one after the other. */
interface Quest {
  readonly problem: Problem;
  readonly effort: Effort;
  readonly allocation: AllocationGoal;
  /** Limits on whole plans, then the criteria pressed so far. */
  readonly goals: Goal[];
  /** Sites that may still take part in a plan other than the one known. */
  sites: readonly number[];
  plan: SitePlan | null;
  leastParcels: number;
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
  if (!problem.partial && !suppliesAll(problem)) return null;
  const { start, limits, leastParcels } = startSearch(problem, criteria, effort);
  const { plan, sites } = start;
  if (plan && sites.length === 0) return proveAtOnce(problem, criteria, plan, effort);
  const taking = plan ? joinSites(sites, plan.sites) : sites;
  const narrow = narrowProblem(problem, limits, criteria, taking);
  const quest: Quest = {
    problem: narrow.problem,
    effort,
    allocation: makeAllocationGoal(narrow.problem, narrow.goals, narrow.criteria),
    goals: narrow.goals,
    sites: sites.map((site) => taking.indexOf(site)),
    plan: plan && moveSites(plan, (site) => taking.indexOf(site)),
    leastParcels,
  };
  const best = pressAll(quest, narrow.criteria);
  return best && { ...best, plan: moveSites(best.plan, (at) => taking[at]!) };
}

/** No other plan is as good. */
function proveAtOnce(
  problem: Problem,
  criteria: readonly Criterion[],
  plan: SitePlan,
  effort: Effort,
): BestPlan {
  const bounds = criteria.map((criterion) => measurePlan(problem, criterion, plan));
  return { plan, bounds, optimal: !effort.isSpent() };
}

/** Every site of either list, in id order. */
function joinSites(sites: readonly number[], others: readonly number[]): readonly number[] {
  return [...new Set([...sites, ...others])].sort((a, b) => a - b);
}

function moveSites(plan: SitePlan, move: (site: number) => number): SitePlan {
  return { ...plan, sites: plan.sites.map(move) };
}

function pressAll(quest: Quest, criteria: readonly Criterion[]): BestPlan | null {
  const telling = listTelling(criteria);
  const last = telling[telling.length - 1]!;
  const bounds: number[] = [];
  let hasTies = false;
  for (const criterion of criteria) {
    if (!telling.includes(criterion)) {
      bounds.push(0);
      continue;
    }
    hasTies = press(quest, criterion, criterion === last);
    if (!quest.plan) return null;
    bounds.push(boundOf(quest, criterion));
  }
  const plan = settleTies(quest, criteria, hasTies);
  return { plan, optimal: isProven(quest), bounds };
}

/** The search ran to its end, and shared units out exactly. */
function isProven({ effort, allocation }: Quest): boolean {
  return !effort.isSpent() && allocation.isExact;
}

/** Among plans as good, the first by ids. Without ties only the plan's own sites share anew. */
function settleTies(quest: Quest, criteria: readonly Criterion[], hasTies: boolean): SitePlan {
  const { problem, goals, effort } = quest;
  const plan = quest.plan!;
  if (hasTies) return breakTies(problem, plan, goals, joinSites(quest.sites, plan.sites), effort);
  if (!hasChoice(problem, plan, criteria)) return plan;
  const isFree = plan.short === 0 && goals.every(({ criterion }) => criterion.unit === null);
  if (isFree && !limitsShares(problem, plan)) return shareById(problem, plan);
  return breakTies(problem, plan, goals, plan.sites, effort);
}

/** A good plan to begin with, if one is soon found, and the sites that matter beside it. */
function startSearch(problem: Problem, criteria: readonly Criterion[], effort: Effort) {
  const sites = problem.locations.map((_, site) => site);
  const limits = limitPlans(problem, sites);
  const allocation = makeAllocationGoal(problem, limits, criteria);
  const first = findFirstPlan(problem, criteria, sites, limits, allocation, effort);
  const leastParcels = countLeastParcels(problem, sites, first);
  const telling = listTelling(criteria);
  const start = first
    ? improvePlan(problem, telling, first, sites, leastParcels, limits, allocation, effort)
    : { plan: null, sites };
  return { start, limits, leastParcels };
}

/** Without those that are zero for every site, as unknown distances mostly are. */
function listTelling(criteria: readonly Criterion[]): readonly Criterion[] {
  const telling = criteria.filter(
    ({ name, fixed, unit }) => name === "unfilled" || unit !== null || fixed.some((x) => x > 0),
  );
  return telling.length > 0 ? telling : criteria.slice(-1);
}

/**
 * Presses one more criterion as low as the goals before it allow, and keeps it there. Tells, for the
 * last one, whether another plan may equal the best in every criterion.
 */
function press(quest: Quest, criterion: Criterion, isLast: boolean): boolean {
  const { problem, goals } = quest;
  const rival = isLast ? quest.plan : null;
  const goal = addGoal(quest, criterion, rival !== null);
  const found = improve(quest, goal, rival);
  quest.plan = found.best ?? quest.plan;
  if (!quest.plan) return false;
  goal.limit = measurePlan(problem, criterion, quest.plan);
  if (criterion.name === "fewest_parcels")
    quest.leastParcels = Math.max(goal.limit, quest.leastParcels);
  quest.sites = quest.sites.filter((site) => goals.every((each) => fitsAlone(each, site)));
  return rival === null || found.hasTies;
}

function addGoal(quest: Quest, criterion: Criterion, keepTies: boolean): Goal {
  const { problem, plan, sites, goals, leastParcels } = quest;
  const required = requireUnits(problem, sites, shortLimit(problem, goals), leastParcels);
  const worst = criterion.name === "unfilled" ? problem.totalDemand - 1 : Infinity;
  const known = plan ? measurePlan(problem, criterion, plan) : worst + 1;
  const bound = boundCriterion(problem, criterion, sites, required, known);
  const goal: Goal = { criterion, bound, limit: keepTies ? known : known - 1 };
  goals.push(goal);
  return goal;
}

/** Searches for a plan that presses the goal lower than the plan known, or ties with the rival. */
function improve(quest: Quest, goal: Goal, rival: SitePlan | null): SearchResult {
  const { problem, goals, allocation, sites, effort, leastParcels } = quest;
  if (exceeds(goal, goal.bound.base)) return { best: null, hasTies: false };
  const required = requireUnits(problem, sites, shortLimit(problem, goals), leastParcels);
  const pool = sites.filter((site) => goals.every((each) => fitsAlone(each, site)));
  const task = { problem, required, goals, objective: goal, allocation, bounds: null, effort };
  return searchPlans({ ...task, rival }, [], pool);
}

function shortLimit(problem: Problem, goals: readonly Goal[]): number {
  const unfilled = goals.find(({ criterion }) => criterion.name === "unfilled");
  return unfilled ? unfilled.limit : problem.totalDemand - 1;
}

/** The plan's own value once proven; the bound of the relaxation when the search was cut short. */
function boundOf(quest: Quest, criterion: Criterion): number {
  const { problem, plan, goals } = quest;
  const value = measurePlan(problem, criterion, plan!);
  if (isProven(quest)) return value;
  const { base } = goals.find((goal) => goal.criterion === criterion)!.bound;
  return Math.min(value, Math.ceil(base - 1e-3 - Math.abs(base) * 1e-12));
}
