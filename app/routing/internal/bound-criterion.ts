import type { Problem } from "./build-problem.ts";
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
}

/** How many units of each SKU a plan must ship, less at most `slack` of them in total. */
export interface Requirement {
  readonly units: readonly number[];
  slack: number;
}

const PASSES = 3;

/** The bound that fits the kind of criterion. */
export function boundCriterion(
  problem: Problem,
  criterion: Criterion,
  sites: readonly number[],
  required: Requirement,
): Bound {
  if (criterion.name === "unfilled") return boundShort(problem, sites);
  if (criterion.kind === "max") return boundMax(problem, criterion, sites, required);
  return boundSum(problem, criterion, sites, required);
}

/**
 * A lower bound by Lagrangian relaxation of "every unit is shipped": each SKU gets a price, and a
 * site opens only for a profit. Prices are raised one SKU at a time to their best value, as in dual
 * ascent for facility location (D. Erlenkotter, "A Dual-Based Procedure for Uncapacitated Facility
 * Location", Operations Research 26, 1978), here with limited supply per site and SKU.
 */
export function boundSum(
  problem: Problem,
  criterion: Criterion,
  sites: readonly number[],
  required: Requirement,
): Bound {
  const { skuCount } = problem;
  const reduced = Float64Array.from(criterion.fixed);
  const prices = new Float64Array(skuCount);
  const started = new Uint8Array(skuCount);
  const order = rarestFirst(problem, sites);
  for (let pass = 0; pass < PASSES; pass++) {
    for (let turn = 0; turn < order.length; turn++) {
      const sku = order[turn]!;
      if (required.units[sku]! <= 0) continue;
      // The first pass leaves each site's slack to be shared by the SKUs that follow.
      const share = pass === 0 ? 1 / (order.length - turn) : 1;
      if (started[sku]) withdrawPrice(problem, criterion, sites, sku, prices[sku]!, reduced);
      prices[sku] = bestPrice(problem, criterion, sites, sku, required.units[sku]!, reduced, share);
      chargePrice(problem, criterion, sites, sku, prices[sku]!, reduced);
      started[sku] = 1;
    }
    if (order.length === 1) break;
  }
  return { base: sumBound(sites, required, prices, reduced), reduced, rank: reduced };
}

/** Cost of one unit here as far as a bound may assume: the cheapest line of the SKU. */
export function boundUnit(
  problem: Problem,
  criterion: Criterion,
  site: number,
  sku: number,
): number {
  if (!criterion.unit) return 0;
  const each = criterion.unit[site * problem.skuCount + sku]!;
  if (!criterion.perLine) return each;
  let cheapest = Infinity;
  problem.lines.forEach((line, at) => {
    if (line.sku === sku) cheapest = Math.min(cheapest, criterion.perLine![at]!);
  });
  return each + cheapest;
}

function rarestFirst(problem: Problem, sites: readonly number[]): number[] {
  const suppliers = new Array<number>(problem.skuCount).fill(0);
  for (const site of sites) {
    for (let sku = 0; sku < problem.skuCount; sku++) {
      if (problem.supply[site * problem.skuCount + sku]! > 0) suppliers[sku]!++;
    }
  }
  return suppliers.map((_, sku) => sku).sort((a, b) => suppliers[a]! - suppliers[b]!);
}

function chargePrice(
  problem: Problem,
  criterion: Criterion,
  sites: readonly number[],
  sku: number,
  price: number,
  reduced: Float64Array,
): void {
  for (const site of sites) {
    const units = problem.supply[site * problem.skuCount + sku]!;
    if (units === 0) continue;
    const gain = price - boundUnit(problem, criterion, site, sku);
    if (gain > 0) reduced[site]! -= units * gain;
  }
}

function withdrawPrice(
  problem: Problem,
  criterion: Criterion,
  sites: readonly number[],
  sku: number,
  price: number,
  reduced: Float64Array,
): void {
  for (const site of sites) {
    const units = problem.supply[site * problem.skuCount + sku]!;
    if (units === 0) continue;
    const gain = price - boundUnit(problem, criterion, site, sku);
    if (gain > 0) reduced[site]! += units * gain;
  }
}

/**
 * The price at which the sites that would open for it first supply every unit: up to there a higher
 * price raises the bound, beyond it the bound falls.
 */
function bestPrice(
  problem: Problem,
  criterion: Criterion,
  sites: readonly number[],
  sku: number,
  units: number,
  reduced: Float64Array,
  share: number,
): number {
  const prices: number[] = [];
  const amounts: number[] = [];
  let total = 0;
  for (const site of sites) {
    const amount = problem.supply[site * problem.skuCount + sku]!;
    if (amount === 0) continue;
    const opensAt =
      boundUnit(problem, criterion, site, sku) + (share * Math.max(0, reduced[site]!)) / amount;
    if (total >= units && opensAt >= prices[prices.length - 1]!) continue;
    let at = prices.length;
    while (at > 0 && prices[at - 1]! > opensAt) at--;
    prices.splice(at, 0, opensAt);
    amounts.splice(at, 0, amount);
    total += amount;
    while (total - amounts[amounts.length - 1]! >= units) {
      total -= amounts.pop()!;
      prices.pop();
    }
  }
  const best = prices.length === 0 ? 0 : prices[prices.length - 1]!;
  // A unit may stay unshipped at no loss, so no price above zero is earned.
  return criterion.name === "loss" && problem.partial ? Math.min(0, best) : best;
}

function sumBound(
  sites: readonly number[],
  required: Requirement,
  prices: Float64Array,
  reduced: Float64Array,
): number {
  let base = 0;
  let dearest = 0;
  for (let sku = 0; sku < prices.length; sku++) {
    base += required.units[sku]! * prices[sku]!;
    dearest = Math.max(dearest, prices[sku]!);
  }
  for (const site of sites) base += Math.min(0, reduced[site]!);
  return required.slack > 0 && dearest > 0 ? base - required.slack * dearest : base;
}

/** The least possible maximum: each SKU must reach far enough down its own list of sites. */
export function boundMax(
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
  return { base, reduced: new Float64Array(criterion.fixed.length), rank: criterion.fixed };
}

function boundShort(problem: Problem, sites: readonly number[]): Bound {
  const rank = new Float64Array(problem.locations.length);
  for (const site of sites) {
    for (let sku = 0; sku < problem.skuCount; sku++) {
      rank[site]! -= problem.supply[site * problem.skuCount + sku]!;
    }
  }
  const base = leastShort(problem, sites);
  return { base, reduced: new Float64Array(rank.length), rank };
}
