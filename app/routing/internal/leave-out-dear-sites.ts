import type { Requirement } from "./bound-criterion.ts";
import type { Problem } from "./build-problem.ts";
import type { Criterion } from "./criteria.ts";

const PASSES = 3;
/** Parcels still to come that are counted exactly; beyond that one more is taken to be enough. */
const MOST_COUNTED = 6;

/** The sites of the pool a plan no worse than `aim` may open, and the least value of any plan. */
export interface Promising {
  readonly sites: readonly number[];
  readonly least: number;
}

/**
 * A first bound in one look at every site, given those already open and paid for: each unit at its
 * cheapest anywhere, and as many of the cheapest parcels as it takes when each carries as much of
 * what is missing as any can. Sites whose own parcel makes that too dear leave; that makes the rest
 * dearer, so it is done again. Whole plans only; the sums are exact.
 */
export function leaveOutDearSites(
  problem: Problem,
  criterion: Criterion,
  open: readonly number[],
  pool: readonly number[],
  required: Requirement,
  aim: number,
): Promising {
  const missing = listMissing(problem, required, open);
  const fixedLines = sumLines(problem, criterion);
  const parcels = required.leastParcels - open.length;
  let kept = pool;
  let least = Infinity;
  for (let pass = 0; pass < PASSES; pass++) {
    const units = fixedLines + sumCheapest(problem, criterion, open, kept, required);
    const round = keepPromising(problem, criterion, kept, missing, parcels, aim - units);
    least = units + round.least;
    const isSettled = round.sites.length === kept.length;
    kept = round.sites;
    if (isSettled || least > aim) break;
  }
  return { sites: kept, least };
}

/** Units of each SKU the open sites do not have. */
function listMissing(problem: Problem, { units }: Requirement, open: readonly number[]): number[] {
  const { skuCount, supply } = problem;
  return units.map((amount, sku) => {
    let left = amount;
    for (const site of open) left -= supply[site * skuCount + sku]!;
    return Math.max(0, left);
  });
}

/** What lines add is the same wherever their units come from. */
function sumLines({ lines }: Problem, { perLine }: Criterion): number {
  if (!perLine) return 0;
  return lines.reduce((sum, { quantity }, line) => sum + quantity * perLine[line]!, 0);
}

/** Every required unit at its cheapest; Infinity if nobody has a SKU. */
function sumCheapest(
  problem: Problem,
  { unit }: Criterion,
  open: readonly number[],
  pool: readonly number[],
  required: Requirement,
): number {
  let total = 0;
  for (let sku = 0; sku < problem.skuCount; sku++) {
    const inPool = findCheapest(problem, unit, pool, sku);
    total += required.units[sku]! * Math.min(inPool, findCheapest(problem, unit, open, sku));
  }
  return total;
}

function findCheapest(
  { skuCount, supply }: Problem,
  unit: Float64Array | null,
  sites: readonly number[],
  sku: number,
): number {
  let cheapest = Infinity;
  for (let at = 0; at < sites.length; at++) {
    const cell = sites[at]! * skuCount + sku;
    if (supply[cell] === 0) continue;
    const price = unit ? unit[cell]! : 0;
    if (price < cheapest) cheapest = price;
  }
  return cheapest;
}

/** Keeps the sites whose parcel, with those that must come with it, costs no more than `aim`. */
function keepPromising(
  problem: Problem,
  { fixed }: Criterion,
  pool: readonly number[],
  missing: readonly number[],
  parcels: number,
  aim: number,
): Promising {
  const total = missing.reduce((sum, units) => sum + units, 0);
  const gifts = pool.map((site) => countGift(problem, site, missing));
  const largest = listLargest(gifts);
  let cheapest = Infinity;
  for (const site of pool) cheapest = Math.min(cheapest, fixed[site]!);
  let least = total === 0 && parcels <= 0 ? 0 : Infinity;
  const sites: number[] = [];
  for (let at = 0; at < pool.length; at++) {
    const others = Math.max(parcels - 1, countOthers(largest, total - gifts[at]!));
    const value = fixed[pool[at]!]! + (others > 0 ? others * cheapest : 0);
    if (value < least) least = value;
    if (value <= aim) sites.push(pool[at]!);
  }
  return { sites, least };
}

/** Units of what is missing that the site could give. */
function countGift(
  { skuCount, supply, capacity }: Problem,
  site: number,
  missing: readonly number[],
): number {
  let units = 0;
  for (let sku = 0, cell = site * skuCount; sku < skuCount; sku++, cell++) {
    units += Math.min(missing[sku]!, supply[cell]!);
  }
  return Math.min(units, capacity[site]!);
}

function listLargest(gifts: readonly number[]): number[] {
  const largest: number[] = [];
  for (const gift of gifts) {
    if (largest.length === MOST_COUNTED && gift <= largest[MOST_COUNTED - 1]!) continue;
    let at = largest.length < MOST_COUNTED ? largest.length : MOST_COUNTED - 1;
    while (at > 0 && largest[at - 1]! < gift) {
      largest[at] = largest[at - 1]!;
      at--;
    }
    largest[at] = gift;
  }
  return largest;
}

function countOthers(largest: readonly number[], missing: number): number {
  let left = missing;
  let count = 0;
  while (left > 0 && count < largest.length) left -= largest[count++]!;
  return left > 0 ? count + 1 : count;
}
