import type { AllocationGoal } from "./allocate-within-limits.ts";
import type { AmountBounds } from "./allocate-units.ts";
import type { Problem } from "./build-problem.ts";
import { copyBounds } from "./copy-bounds.ts";
import type { SitePlan } from "./criteria.ts";
import type { Effort } from "./effort.ts";
import { keepsCommitments } from "./keeps-commitments.ts";
import { makeAllocationGoal } from "./limit-plans.ts";
import { narrowProblem } from "./narrow-problem.ts";
import { requireUnits } from "./require-units.ts";
import type { Goal } from "./goal.ts";
import { searchPlans } from "./search-plans.ts";

/**
 * Of all plans on these sites that meet the goals, the one whose sorted (location, line, quantity)
 * triples come first. Walking the amounts in that order, the best value of each is 1, then 2, 3, …,
 * and at last 0 (the next triple then comes later): ask for a plan with a better value, and fix what
 * is found.
 */
export function breakTies(
  problem: Problem,
  plan: SitePlan,
  goals: readonly Goal[],
  sites: readonly number[],
  effort: Effort,
): SitePlan {
  if (sites.length === 1 && plan.short === 0) return plan;
  const narrow = narrowProblem(problem, goals, [], sites);
  const criteria = narrow.goals.map(({ criterion }) => criterion);
  const allocation = makeAllocationGoal(narrow.problem, narrow.goals, criteria);
  const known = { ...plan, sites: plan.sites.map((site) => sites.indexOf(site)) };
  const first = findFirst(narrow.problem, known, narrow.goals, allocation, effort);
  return { ...first, sites: first.sites.map((at) => sites[at]!) };
}

function findFirst(
  problem: Problem,
  plan: SitePlan,
  goals: readonly Goal[],
  allocation: AllocationGoal,
  effort: Effort,
): SitePlan {
  const bounds = copyBounds(problem, null);
  const sites = problem.locations.map((_, site) => site);
  const shipped = problem.totalDemand - plan.short;
  let fixed = 0;
  let best = plan;
  for (let site = 0; site < sites.length && fixed < shipped; site++) {
    for (let line = 0; line < problem.lines.length && fixed < shipped; line++) {
      const cell = site * problem.lines.length + line;
      const findLower = (most: number) => {
        bounds.low[cell] = 1;
        bounds.high[cell] = most;
        return findAnother(problem, bounds, goals, allocation, sites.slice(site), effort);
      };
      best = lowerAmount(best, site, line, bounds.high[cell]!, findLower);
      bounds.low[cell] = bounds.high[cell] = amountOf(best, site, line);
      fixed += bounds.low[cell]!;
    }
  }
  return best;
}

/** The plan with the best value of one amount: presses it down as far as another plan is found. */
function lowerAmount(
  plan: SitePlan,
  site: number,
  line: number,
  most: number,
  findLower: (most: number) => SitePlan | null,
): SitePlan {
  let best = plan;
  for (;;) {
    const amount = amountOf(best, site, line);
    const below = amount === 0 ? most : amount - 1;
    if (below < 1) return best;
    const better = findLower(below);
    if (!better) return best;
    best = better;
  }
}

function amountOf(plan: SitePlan, site: number, line: number): number {
  const index = plan.sites.indexOf(site);
  return index < 0 ? 0 : plan.units[index]![line]!;
}

/** Any plan that meets the goals and the bounds. */
function findAnother(
  problem: Problem,
  bounds: AmountBounds,
  goals: readonly Goal[],
  allocation: AllocationGoal,
  undecided: readonly number[],
  effort: Effort,
): SitePlan | null {
  if (!keepsCommitments(problem, bounds)) return null;
  const open = listCommitted(problem, bounds);
  const pool = undecided.filter((site) => !open.includes(site));
  const bounded = { ...problem, supply: boundSupply(problem, bounds) };
  const unfilled = goals.find(({ criterion }) => criterion.name === "unfilled");
  const short = unfilled?.limit ?? 0;
  const required = requireUnits(bounded, [...open, ...pool], short, 1);
  const most = required.units.reduce((sum, units) => sum + units, 0);
  if (problem.totalDemand - most > short) return null;
  const task = { problem: bounded, required, goals, allocation, bounds, effort };
  return searchPlans({ ...task, objective: null, rival: null }, open, pool).best;
}

function listCommitted(problem: Problem, { low }: AmountBounds): number[] {
  const lineCount = problem.lines.length;
  return problem.locations
    .map((_, site) => site)
    .filter((site) => low.subarray(site * lineCount, (site + 1) * lineCount).some((x) => x > 0));
}

function boundSupply({ supply, lines, locations, skuCount }: Problem, bounds: AmountBounds) {
  const allowed = new Float64Array(supply.length);
  for (let site = 0; site < locations.length; site++) {
    lines.forEach(({ sku }, line) => {
      allowed[site * skuCount + sku]! += bounds.high[site * lines.length + line]!;
    });
  }
  return allowed.map((units, cell) => Math.min(units, supply[cell]!));
}
