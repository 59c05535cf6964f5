import { allocateUnits, type AmountBounds, type UnitPrice } from "./allocate-units.ts";
import type { RankedPrice } from "./rank-prices.ts";
import type { Problem } from "./build-problem.ts";
import { findViolation } from "./find-violation.ts";
import type { SitePlan } from "./criteria.ts";
import type { Effort } from "./effort.ts";

/** The unit prices an allocation minimises, and the loss it may not exceed where they do not see to that. */
export interface AllocationGoal extends RankedPrice {
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
 * (branch and bound, A. H. Land and A. G. Doig, Econometrica 28, 1960).
 */
export function allocateWithinLimits(
  problem: Problem,
  open: readonly number[],
  bounds: AmountBounds | null,
  goal: AllocationGoal,
  effort: Effort,
): SitePlan | null {
  const allocation = allocateUnits(problem, open, bounds, goal);
  if (!allocation) return null;
  const plan = dropEmptySites(open, allocation.units, allocation.short);
  if (!hasPlanLimits(problem, goal)) return plan;
  let best: { plan: SitePlan; short: number; price: number } | null = null;
  const visit = (candidate: SitePlan, within: AmountBounds | null): void => {
    effort.nodes++;
    const price = pricePlan(candidate, goal.price);
    if (best && !isBetter(candidate.short, price, best)) return;
    const branches = findViolation(problem, candidate, within, open, goal);
    if (!branches) {
      best = { plan: candidate, short: candidate.short, price };
      return;
    }
    for (const branch of branches) {
      if (effort.isSpent()) return;
      const next = allocateUnits(problem, open, branch, goal);
      if (next) visit(dropEmptySites(open, next.units, next.short), branch);
    }
  };
  visit(plan, bounds);
  return (best as { plan: SitePlan } | null)?.plan ?? null;
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

function pricePlan(plan: SitePlan, price: UnitPrice): number {
  let total = 0;
  plan.sites.forEach((site, index) => {
    plan.units[index]!.forEach((amount, line) => {
      if (amount > 0) total += amount * price(site, line);
    });
  });
  return total;
}

function isBetter(short: number, price: number, best: { short: number; price: number }): boolean {
  return short !== best.short ? short < best.short : price < best.price;
}
