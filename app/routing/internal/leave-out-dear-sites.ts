import type { Requirement } from "./bound-criterion.ts";
import type { Problem } from "./build-problem.ts";
import type { Criterion } from "./criteria.ts";
import { lendNumbers } from "./lend-numbers.ts";

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
  const { memory } = problem.world.net;
  const { used } = memory;
  const survey: Survey = {
    problem,
    criterion,
    open,
    required,
    missing: listMissing(problem, required, open),
    cheapest: lendNumbers(memory, problem.skuCount),
    gifts: lendNumbers(memory, pool.length),
    largest: lendNumbers(memory, MOST_COUNTED),
  };
  const promising = keepInPasses(survey, pool, aim);
  memory.used = used;
  return promising;
}

interface Survey {
  readonly problem: Problem;
  readonly criterion: Criterion;
  readonly open: readonly number[];
  readonly required: Requirement;
  /** Units of each SKU the open sites do not have. */
  readonly missing: Float64Array;
  /** Per SKU the least price of a unit. */
  readonly cheapest: Float64Array;
  /** Per site of the pool the units of what is missing it could give, and the largest of them. */
  readonly gifts: Float64Array;
  readonly largest: Float64Array;
}

function keepInPasses(survey: Survey, pool: readonly number[], aim: number): Promising {
  const lines = sumLines(survey.problem, survey.criterion);
  let kept = pool;
  let least = Infinity;
  for (let pass = 0; pass < PASSES; pass++) {
    surveySites(survey, kept);
    const units = lines + sumCheapest(survey);
    const round = keepPromising(survey, kept, aim - units);
    least = units + round.least;
    const isSettled = round.sites.length === kept.length;
    kept = round.sites;
    if (isSettled || least > aim) break;
  }
  return { sites: kept, least };
}

function listMissing(problem: Problem, { units }: Requirement, open: readonly number[]) {
  const { skuCount, supply, world } = problem;
  const missing = lendNumbers(world.net.memory, skuCount);
  for (let sku = 0; sku < skuCount; sku++) {
    let left = units[sku]!;
    for (let at = 0; at < open.length; at++) left -= supply[open[at]! * skuCount + sku]!;
    missing[sku] = left > 0 ? left : 0;
  }
  return missing;
}

/** What lines add is the same wherever their units come from. */
function sumLines({ lines }: Problem, { perLine }: Criterion): number {
  if (!perLine) return 0;
  return lines.reduce((sum, { quantity }, line) => sum + quantity * perLine[line]!, 0);
}

/** Finds what each site could give and the least price of each SKU. */
function surveySites(survey: Survey, pool: readonly number[]): void {
  const { problem, criterion, open, cheapest, gifts, largest } = survey;
  cheapest.fill(Infinity);
  largest.fill(0);
  for (let at = 0; at < open.length; at++) surveySite(survey, open[at]!);
  for (let at = 0; at < pool.length; at++) {
    const site = pool[at]!;
    const gift = Math.min(surveySite(survey, site), problem.capacity[site]!);
    gifts[at] = gift;
    if (gift > largest[MOST_COUNTED - 1]!) insertLargest(largest, gift);
  }
  if (!criterion.unit) cheapest.fill(0);
}

/** Lowers the least prices to the site's; returns the units of what is missing that it has. */
function surveySite({ problem, criterion, missing, cheapest }: Survey, site: number): number {
  const { skuCount, supply } = problem;
  const { unit } = criterion;
  let gift = 0;
  for (let sku = 0, cell = site * skuCount; sku < skuCount; sku++, cell++) {
    const units = supply[cell]!;
    if (units === 0) continue;
    gift += units < missing[sku]! ? units : missing[sku]!;
    if (unit !== null && unit[cell]! < cheapest[sku]!) cheapest[sku] = unit[cell]!;
  }
  return gift;
}

function insertLargest(largest: Float64Array, gift: number): void {
  let at = MOST_COUNTED - 1;
  while (at > 0 && largest[at - 1]! < gift) {
    largest[at] = largest[at - 1]!;
    at--;
  }
  largest[at] = gift;
}

/** Every required unit at its cheapest; Infinity if nobody has a SKU. */
function sumCheapest({ problem, required, cheapest }: Survey): number {
  let total = 0;
  for (let sku = 0; sku < problem.skuCount; sku++) {
    if (required.units[sku]! > 0) total += required.units[sku]! * cheapest[sku]!;
  }
  return total;
}

/** Keeps the sites whose parcel, with those that must come with it, costs no more than `aim`. */
function keepPromising(survey: Survey, pool: readonly number[], aim: number): Promising {
  const { criterion, open, required, missing, gifts, largest } = survey;
  const { fixed } = criterion;
  const parcels = required.leastParcels - open.length;
  let total = 0;
  for (let sku = 0; sku < missing.length; sku++) total += missing[sku]!;
  let cheapest = Infinity;
  for (let at = 0; at < pool.length; at++) cheapest = Math.min(cheapest, fixed[pool[at]!]!);
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

function countOthers(largest: Float64Array, missing: number): number {
  let left = missing;
  let count = 0;
  while (left > 0 && count < MOST_COUNTED) left -= largest[count++]!;
  return left > 0 ? count + 1 : count;
}
