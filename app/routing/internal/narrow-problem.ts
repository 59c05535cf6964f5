import type { Problem } from "./build-problem.ts";
import type { Criterion } from "./criteria.ts";
import type { Goal } from "./goal.ts";
import { pickRows } from "./pick-rows.ts";

/** The same problem, goals and criteria with some of the sites only, for work that touches every cell often. */
export function narrowProblem(
  problem: Problem,
  goals: readonly Goal[],
  criteria: readonly Criterion[],
  sites: readonly number[],
): { problem: Problem; goals: Goal[]; criteria: Criterion[] } {
  const { skuCount } = problem;
  const { memory } = problem.world.net;
  const unitCost = pickRows(memory, problem.unitCost, sites, skuCount);
  const narrowed: Problem = {
    ...problem,
    locations: sites.map((site) => problem.locations[site]!),
    capacity: sites.map((site) => problem.capacity[site]!),
    supply: pickRows(memory, problem.supply, sites, skuCount),
    unitCost,
  };
  const narrowUnits = (unit: Float64Array | null) =>
    unit === problem.unitCost ? unitCost : unit && pickRows(memory, unit, sites, skuCount);
  const narrow = (criterion: Criterion): Criterion => ({
    ...criterion,
    fixed: pickRows(memory, criterion.fixed, sites, 1),
    unit: narrowUnits(criterion.unit),
  });
  return {
    problem: narrowed,
    criteria: criteria.map(narrow),
    goals: goals.map(({ criterion, bound, limit }) => ({
      criterion: narrow(criterion),
      bound: {
        ...bound,
        reduced: pickRows(memory, bound.reduced, sites, 1),
        rank: pickRows(memory, bound.rank, sites, 1),
      },
      limit,
    })),
  };
}
