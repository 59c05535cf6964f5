import { boundSum } from "./bound-sum.ts";
import type { Problem } from "./build-problem.ts";
import { lendZeros } from "./lend-numbers.ts";
import type { Criterion } from "./criteria.ts";
import { leastShort } from "./require-units.ts";

/**
 * What every plan must pay at least (`base`), and how much more it pays once a site is opened
 * (positive `reduced`) or closed (negative, the amount it would have saved).
 */
export interface Bound {
  readonly base: number;
  readonly reduced: Float64Array;
  /** Which sites a search should try first: smaller before larger. */
  readonly rank: Float64Array;
  /** The prices per SKU behind the bound, to start the next one from; null where there are none. */
  readonly prices: Float64Array | null;
}

/** How many units of each SKU a plan must ship, less at most `slack` of them in total. */
export interface Requirement {
  readonly units: readonly number[];
  slack: number;
  /** The fewest parcels the plans in question can have. */
  readonly leastParcels: number;
}

/** The bound that fits the kind of criterion; `aim` is the best value known, or Infinity. */
export function boundCriterion(
  problem: Problem,
  criterion: Criterion,
  sites: readonly number[],
  required: Requirement,
  aim: number,
): Bound {
  if (criterion.name === "unfilled") return boundShort(problem, sites);
  if (criterion.kind === "max") return boundMax(problem, criterion, sites, required);
  return boundSum(problem, criterion, sites, required, aim);
}

/** The least possible maximum: each SKU must reach far enough down its own list of sites. */
function boundMax(
  problem: Problem,
  criterion: Criterion,
  sites: readonly number[],
  required: Requirement,
): Bound {
  let base = 0;
  for (let sku = 0; sku < problem.skuCount; sku++) {
    let missing = required.units[sku]! - required.slack;
    if (missing <= 0) continue;
    const suppliers = sites
      .filter((site) => problem.supply[site * problem.skuCount + sku]! > 0)
      .sort((a, b) => criterion.fixed[a]! - criterion.fixed[b]!);
    for (const site of suppliers) {
      base = Math.max(base, criterion.fixed[site]!);
      missing -= problem.supply[site * problem.skuCount + sku]!;
      if (missing <= 0) break;
    }
  }
  return {
    base,
    reduced: lendZeros(problem.world.net.memory, criterion.fixed.length),
    rank: criterion.fixed,
    prices: null,
  };
}

function boundShort(problem: Problem, sites: readonly number[]): Bound {
  const { memory } = problem.world.net;
  const rank = lendZeros(memory, problem.locations.length);
  for (const site of sites) {
    for (let sku = 0; sku < problem.skuCount; sku++) {
      rank[site]! -= problem.supply[site * problem.skuCount + sku]!;
    }
  }
  const base = leastShort(problem, sites);
  return { base, reduced: lendZeros(memory, rank.length), rank, prices: null };
}
