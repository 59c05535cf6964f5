import type { UnitPrice } from "./allocate-units.ts";
import type { Problem } from "./build-problem.ts";
import { type Criterion, makeCriterion } from "./criteria.ts";
import { priceParcel } from "./weight-steps.ts";

/** A price per unit by which sharing out compares whole plans. */
export interface RankedPrice {
  readonly price: UnitPrice;
  /** How much 1/10,000 of a parcel's surcharge weighs beside the price. */
  readonly costWeight: number;
  /** False when the numbers are too large to keep the later criteria apart for certain. */
  readonly isExact: boolean;
  /** Does it matter which of two lines of one SKU gets a unit? */
  readonly tellsLinesApart: boolean;
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
  const spans = prices.map((price) => measureSpan(problem, price));
  const mostSurcharge = limitSurcharge(problem);
  let weight = 1;
  let largest = 0;
  let costWeight = 0;
  const weights = prices.map(() => 1);
  for (let at = prices.length - 1; at >= 0; at--) {
    const { least } = spans[at]!;
    const isCosted = criteria[at]!.unit === problem.unitCost;
    const most = spans[at]!.most + (isCosted ? mostSurcharge : 0);
    if (isCosted) costWeight += weight;
    weights[at] = weight;
    largest += weight * Math.max(Math.abs(least), Math.abs(most));
    weight *= most - least + 1;
  }
  const price: UnitPrice = (site, line) =>
    prices.reduce((sum, one, at) => sum + weights[at]! * one(site, line), 0);
  return {
    price,
    costWeight,
    isExact: largest <= Number.MAX_SAFE_INTEGER,
    tellsLinesApart: problem.partial && criteria.some(({ perLine }) => perLine !== null),
  };
}

/** What the criterion adds for a unit of a line from a site. */
function priceUnits({ skuCount, lines }: Problem, { unit, perLine }: Criterion): UnitPrice {
  if (!perLine) return (site, line) => unit![site * skuCount + lines[line]!.sku]!;
  return (site, line) => unit![site * skuCount + lines[line]!.sku]! + perLine[line]!;
}

/** The least and the most all ways to share out the order can come to; units that stay add nothing. */
function measureSpan(problem: Problem, price: UnitPrice): { least: number; most: number } {
  const { lines, locations, supply, skuCount, partial } = problem;
  const span = { least: 0, most: 0 };
  lines.forEach(({ sku, quantity }, line) => {
    const prices = partial ? [0] : [];
    for (let site = 0; site < locations.length; site++) {
      if (supply[site * skuCount + sku]! > 0) prices.push(price(site, line));
    }
    if (prices.length === 0) return;
    span.least += quantity * Math.min(...prices);
    span.most += quantity * Math.max(...prices);
  });
  return span;
}

/** No plan's parcels come to a larger surcharge than every unit alone in the dearest parcel would. */
function limitSurcharge({ world, locations, totalDemand, demand }: Problem): number {
  const { steppedAt, grams } = world;
  if (!steppedAt) return 0;
  const mostGrams = demand.reduce((sum, units, sku) => sum + units * grams[sku]!, 0);
  let dearest = 0;
  for (const at of locations) {
    const steps = steppedAt[at]?.steps;
    if (steps) dearest = Math.max(dearest, ...steps.prices, priceParcel(steps, mostGrams));
  }
  return totalDemand * dearest;
}
