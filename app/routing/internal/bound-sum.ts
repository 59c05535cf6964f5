import type { Bound, Requirement } from "./bound-criterion.ts";
import type { Problem } from "./build-problem.ts";
import type { Criterion } from "./criteria.ts";
import { raisePrices } from "./raise-prices.ts";
import { moveAlongSubgradient } from "./move-along-subgradient.ts";

/**
 * A criterion over some sites, packed for the many passes a bound takes: per site its fixed part,
 * per `[site * skuCount + sku]` the supply and the price of a unit.
 */
export interface PackedSum {
  readonly siteCount: number;
  /** One more than the order's when `leastParcels` takes part, as if each site supplied one parcel. */
  readonly skuCount: number;
  readonly orderSkus: number;
  readonly fixed: Float64Array;
  readonly supply: Float64Array;
  readonly unit: Float64Array;
  readonly required: readonly number[];
  /** How many required units a plan may leave unshipped. */
  readonly slack: number;
  /** Units may stay unshipped at no loss, so no price above zero is earned. */
  readonly capPrices: boolean;
}

/** Prices per SKU, the bound they prove, and what each site would cost or earn under them. */
export interface Priced {
  bound: number;
  readonly prices: Float64Array;
  readonly reduced: Float64Array;
}

/**
 * A lower bound by Lagrangian relaxation of "every unit is shipped" (A. M. Geoffrion, Mathematical
 * Programming Study 2, 1974): each SKU gets a price, and a site opens only where that pays. Any
 * prices give a true bound; two methods look for good ones. `aim` is the best value known.
 */
export function boundSum(
  problem: Problem,
  criterion: Criterion,
  sites: readonly number[],
  required: Requirement,
  aim: number,
): Bound {
  const packed = packSum(problem, criterion, sites, required);
  const priced = raisePrices(packed);
  if (aim < Infinity && priced.bound < aim) moveAlongSubgradient(packed, priced, aim);
  const reduced = new Float64Array(criterion.fixed.length);
  sites.forEach((site, at) => {
    reduced[site] = priced.reduced[at]!;
  });
  return { base: priced.bound, reduced, rank: reduced };
}

function packSum(
  problem: Problem,
  criterion: Criterion,
  sites: readonly number[],
  required: Requirement,
): PackedSum {
  const real = problem.skuCount;
  const skuCount = real + (required.leastParcels > 1 ? 1 : 0);
  const fixed = new Float64Array(sites.length);
  const supply = new Float64Array(sites.length * skuCount);
  const unit = new Float64Array(sites.length * skuCount);
  const extra = cheapestLines(problem, criterion);
  for (let at = 0; at < sites.length; at++) {
    const site = sites[at]!;
    fixed[at] = criterion.fixed[site]!;
    for (let sku = 0; sku < real; sku++) {
      supply[at * skuCount + sku] = problem.supply[site * real + sku]!;
      if (!criterion.unit) continue;
      unit[at * skuCount + sku] = criterion.unit[site * real + sku]! + extra[sku]!;
    }
    if (skuCount > real) supply[at * skuCount + real] = 1;
  }
  return {
    siteCount: sites.length,
    skuCount,
    orderSkus: real,
    fixed,
    supply,
    unit,
    required: skuCount > real ? [...required.units, required.leastParcels] : required.units,
    slack: required.slack,
    capPrices: criterion.name === "loss" && problem.partial,
  };
}

/** What a bound may assume a unit of each SKU adds at least: its cheapest line. */
function cheapestLines({ lines, demand }: Problem, { perLine }: Criterion): number[] {
  if (!perLine) return demand.map(() => 0);
  const cheapest = demand.map(() => Infinity);
  lines.forEach(({ sku }, line) => {
    cheapest[sku] = Math.min(cheapest[sku]!, perLine[line]!);
  });
  return cheapest;
}

/** Works out what the sites cost or earn under the prices, and the bound this proves. */
export function applyPrices(
  packed: PackedSum,
  prices: Float64Array,
  reduced: Float64Array,
): number {
  const { siteCount, skuCount, fixed, supply, unit, required, slack } = packed;
  let bound = 0;
  let dearest = 0;
  for (let sku = 0; sku < skuCount; sku++) {
    bound += required[sku]! * prices[sku]!;
    if (prices[sku]! > dearest) dearest = prices[sku]!;
  }
  for (let site = 0; site < siteCount; site++) {
    let left = fixed[site]!;
    for (let sku = 0, cell = site * skuCount; sku < skuCount; sku++, cell++) {
      const gain = prices[sku]! - unit[cell]!;
      if (gain > 0) left -= supply[cell]! * gain;
    }
    reduced[site] = left;
    if (left < 0) bound += left;
  }
  return slack > 0 ? bound - slack * dearest : bound;
}
