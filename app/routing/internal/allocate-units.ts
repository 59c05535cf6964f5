import type { Problem } from "./build-problem.ts";
import { flowUnits } from "./flow-units.ts";
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
  const { lines, skuCount, supply } = problem;
  const units = open.map(() => new Array<number>(lines.length).fill(0));
  const left = new Map<number, number>();
  let short = 0;
  for (let line = 0; line < lines.length; line++) {
    const { sku, quantity } = lines[line]!;
    let missing = quantity;
    const ranked = open.map((_, index) => index);
    if (ranked.length > 1) ranked.sort((a, b) => price(open[a]!, line) - price(open[b]!, line));
    for (const index of ranked) {
      const cell = open[index]! * skuCount + sku;
      const free = left.get(cell) ?? supply[cell]!;
      const taken = Math.min(missing, free);
      if (taken === 0) continue;
      units[index]![line] = taken;
      left.set(cell, free - taken);
      missing -= taken;
    }
    short += missing;
  }
  return fitsCapacity(problem, open, units) ? { units, short } : null;
}

function fitsCapacity(problem: Problem, open: readonly number[], units: number[][]): boolean {
  return open.every((site, index) => {
    const capacity = problem.capacity[site]!;
    return capacity >= problem.totalDemand || sum(units[index]!) <= capacity;
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
