import type { UnitPrice } from "./allocate-units.ts";
import type { Problem } from "./build-problem.ts";
import { type Criterion, makeCriterion } from "./criteria.ts";

/** A price per unit by which sharing out compares whole plans. */
export interface RankedPrice {
  readonly price: UnitPrice;
  /** False when the numbers are too large to keep the later criteria apart for certain. */
  readonly isExact: boolean;
}

/** The criteria that price units, in order and ending in cost; null when cost alone does. */
export function listPricing(
  problem: Problem,
  criteria: readonly Criterion[],
): readonly Criterion[] | null {
  const pricing: Criterion[] = [];
  for (const criterion of criteria) {
    const repeats = isCost(problem, criterion) && pricing.some((one) => isCost(problem, one));
    if (criterion.unit && criterion.name !== "loss" && !repeats) pricing.push(criterion);
  }
  if (pricing.every((criterion) => isCost(problem, criterion))) return null;
  if (pricing.some(({ unit }) => unit === problem.unitCost)) return pricing;
  return [...pricing, makeCriterion(problem, "lowest_cost")];
}

/** Where every unit ships, what lines add is the same for all plans. */
function isCost(problem: Problem, { unit, perLine }: Criterion): boolean {
  return unit === problem.unitCost && (perLine === null || !problem.partial);
}

/**
 * One price that compares shares by several criteria in order: each is scaled to weigh more than all
 * that the later ones can amount to (H. D. Sherali and A. L. Soyster, "Preemptive and Nonpreemptive
 * Multi-objective Programming", Journal of Optimization Theory and Applications 39, 1983). All values
 * are whole numbers, so sums are exact within 2^53.
 */
export function rankPrices(problem: Problem, criteria: readonly Criterion[]): RankedPrice {
  const prices = criteria.map((criterion) => priceUnits(problem, criterion));
  const ranges = prices.map((price) => measureRange(problem, price));
  let scale = 1;
  const weights = ranges.map(() => 1);
  for (let at = weights.length - 1; at >= 0; at--) {
    weights[at] = scale;
    scale *= ranges[at]! + 1;
  }
  if (prices.length === 1) return { price: prices[0]!, isExact: true };
  const price: UnitPrice = (site, line) =>
    prices.reduce((sum, one, at) => sum + weights[at]! * one(site, line), 0);
  return { price, isExact: scale <= Number.MAX_SAFE_INTEGER };
}

/** What the criterion adds for a unit of a line from a site. */
function priceUnits({ skuCount, lines }: Problem, { unit, perLine }: Criterion): UnitPrice {
  if (!perLine) return (site, line) => unit![site * skuCount + lines[line]!.sku]!;
  return (site, line) => unit![site * skuCount + lines[line]!.sku]! + perLine[line]!;
}

/** No two ways to share out the order, in part or in full, differ by more than this. */
function measureRange({ lines, locations }: Problem, price: UnitPrice): number {
  return lines.reduce((sum, { quantity }, line) => {
    let least = 0;
    let most = 0;
    for (let site = 0; site < locations.length; site++) {
      const one = price(site, line);
      if (one < least) least = one;
      if (one > most) most = one;
    }
    return sum + quantity * (most - least);
  }, 0);
}
