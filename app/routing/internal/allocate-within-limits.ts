import {
  type Allocation,
  allocateUnits,
  type AmountBounds,
  type UnitPrice,
} from "./allocate-units.ts";
import type { RankedPrice } from "./rank-prices.ts";
import type { Problem } from "./build-problem.ts";
import { findViolation } from "./find-violation.ts";
import type { SitePlan } from "./criteria.ts";
import type { Effort } from "./effort.ts";
import { priceShares, shareBySteps } from "./share-by-steps.ts";

/** The unit prices an allocation minimises, and the loss it may not exceed where they do not see to that. */
export interface AllocationGoal extends RankedPrice {
  /** The price is what units cost. */
  readonly isByCost: boolean;
  readonly loss: {
    readonly price: UnitPrice;
    readonly fixed: Float64Array;
    measure(plan: SitePlan): number;
    limit: number;
  } | null;
}

/**
 * The best allocation on the open sites that keeps every limit on whole plans, or null. The limits
 * are first ignored; where the result breaks one, the search branches on all the ways to keep it
 * (branch and bound, A. H. Land and A. G. Doig, Econometrica 28, 1960). Where parcels go by weight
 * steps, shares that use all the sites and come to more than `most` by the goal's price may be missed.
 */
export function allocateWithinLimits(
  problem: Problem,
  open: readonly number[],
  bounds: AmountBounds | null,
  goal: AllocationGoal,
  effort: Effort,
  most = Infinity,
): SitePlan | null {
  const allocation = shareOut(problem, open, bounds, goal, most, effort);
  if (!allocation) return null;
  const plan = dropEmptySites(open, allocation.units, allocation.short);
  if (!hasPlanLimits(problem, goal)) return plan;
  let best: { plan: SitePlan; short: number; price: number } | null = null;
  const visit = (candidate: SitePlan, within: AmountBounds | null): void => {
    effort.nodes++;
    const price = priceShares(problem, candidate.sites, goal, candidate.units);
    if (best && !isBetter(candidate.short, price, best)) return;
    const branches = findViolation(problem, candidate, within, open, goal);
    if (!branches) {
      best = { plan: candidate, short: candidate.short, price };
      return;
    }
    for (const branch of branches) {
      if (effort.isSpent()) return;
      const next = shareOut(problem, open, branch, goal, most, effort);
      if (next) visit(dropEmptySites(open, next.units, next.short), branch);
    }
  };
  visit(plan, bounds);
  return (best as { plan: SitePlan } | null)?.plan ?? null;
}

function shareOut(
  problem: Problem,
  open: readonly number[],
  bounds: AmountBounds | null,
  goal: AllocationGoal,
  most: number,
  effort: Effort,
): Allocation | null {
  if (!problem.world.steppedAt) return allocateUnits(problem, open, bounds, goal);
  return shareBySteps(problem, open, bounds, goal, most, effort);
}

function hasPlanLimits(problem: Problem, goal: AllocationGoal): boolean {
  return problem.parcelLimits.length > 0 || problem.valueFloors.length > 0 || goal.loss !== null;
}

function dropEmptySites(open: readonly number[], units: number[][], short: number): SitePlan {
  const used = open
    .map((site, index) => ({ site, units: units[index]! }))
    .filter((parcel) => parcel.units.some((amount) => amount > 0))
    .sort((a, b) => a.site - b.site);
  return { sites: used.map(({ site }) => site), units: used.map((parcel) => parcel.units), short };
}

function isBetter(short: number, price: number, best: { short: number; price: number }): boolean {
  return short !== best.short ? short < best.short : price < best.price;
}
