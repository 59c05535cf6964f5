import type { Problem } from "./build-problem.ts";
import { flowUnits } from "./flow-units.ts";
import { lendIndexes } from "./lend-numbers.ts";
import { pickRows } from "./pick-rows.ts";
import type { RankedPrice } from "./rank-prices.ts";

/**
 * Extra bounds on single amounts, `[site * lineCount + line]`: at least `low`, at most `high` units.
 * They express what a search has decided so far.
 */
export interface AmountBounds {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** Units per open site (same order) and line, and the units left over. */
export interface Allocation {
  readonly units: number[][];
  readonly short: number;
}

/** Price of one unit of a line from a site. */
export type UnitPrice = (site: number, line: number) => number;

/**
 * Spreads the lines over the open sites: as few units short as possible, then as cheaply as
 * possible. Taking each line from its cheapest sites is optimal while no site's capacity is exceeded
 * and lines of one SKU are interchangeable; otherwise it is a minimum-cost flow.
 */
export function allocateUnits(
  problem: Problem,
  open: readonly number[],
  bounds: AmountBounds | null,
  { price, tellsLinesApart }: Pick<RankedPrice, "price" | "tellsLinesApart">,
): Allocation | null {
  const greedy = bounds || tellsLinesApart ? null : takeCheapest(problem, open, price);
  const allocation = greedy ?? flowUnits(problem, open, bounds, price);
  if (!allocation || (allocation.short > 0 && !problem.partial)) return null;
  return allocation;
}

/** Null when a capacity would be exceeded. */
function takeCheapest(
  problem: Problem,
  open: readonly number[],
  price: UnitPrice,
): Allocation | null {
  const { lines, skuCount, world } = problem;
  const { memory } = world.net;
  const { used } = memory;
  const units = open.map(() => new Array<number>(lines.length).fill(0));
  const left = pickRows(memory, problem.supply, open, skuCount);
  const ranked = lendIndexes(memory, open.length);
  let short = 0;
  for (let line = 0; line < lines.length; line++) {
    const { sku, quantity } = lines[line]!;
    let missing = quantity;
    rankByPrice(ranked, open, line, price);
    for (let rank = 0; rank < ranked.length && missing > 0; rank++) {
      const index = ranked[rank]!;
      const cell = index * skuCount + sku;
      const taken = Math.min(missing, left[cell]!);
      if (taken === 0) continue;
      units[index]![line] = taken;
      left[cell]! -= taken;
      missing -= taken;
    }
    short += missing;
  }
  memory.used = used;
  return fitsCapacity(problem, open, units) ? { units, short } : null;
}

/** Few sites are open at once as a rule, and inserting those is faster than sorting. */
const MOST_INSERTED = 16;

function rankByPrice(
  ranked: Int32Array,
  open: readonly number[],
  line: number,
  price: UnitPrice,
): void {
  if (open.length > MOST_INSERTED) {
    for (let index = 0; index < open.length; index++) ranked[index] = index;
    ranked.sort((a, b) => price(open[a]!, line) - price(open[b]!, line) || a - b);
    return;
  }
  for (let index = 0; index < open.length; index++) {
    const own = price(open[index]!, line);
    let at = index;
    while (at > 0 && price(open[ranked[at - 1]!]!, line) > own) {
      ranked[at] = ranked[at - 1]!;
      at--;
    }
    ranked[at] = index;
  }
}

function fitsCapacity(problem: Problem, open: readonly number[], units: number[][]): boolean {
  for (let index = 0; index < open.length; index++) {
    const capacity = problem.capacity[open[index]!]!;
    if (capacity < problem.totalDemand && sum(units[index]!) > capacity) return false;
  }
  return true;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
