import type { Allocation, AmountBounds, UnitPrice } from "./allocate-units.ts";
import type { Problem } from "./build-problem.ts";
import type { RankedPrice } from "./rank-prices.ts";
import type { SteppedZone } from "./weight-steps.ts";

/**
 * The state of trying every way to share out an order among open sites. Matrices over open sites and
 * lines hold `[index * lineCount + line]`; a "turn" is a line's place in `order`.
 */
export interface Sharing {
  readonly problem: Problem;
  readonly open: readonly number[];
  readonly lineCount: number;
  /** Lines, heaviest first, and what each asks for. */
  readonly order: readonly number[];
  readonly quantities: readonly number[];
  readonly zones: readonly (SteppedZone | null)[];
  /** Weight of a unit, per line. */
  readonly gramsOf: readonly number[];
  readonly prices: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
  /** The units of the line that the sites after this one may give. */
  readonly beyond: readonly number[];
  /** Per turn, the least the lines from there on come to, without surcharges. */
  readonly later: readonly number[];
  /** Per turn and open site, the weight the lines from there on may add. */
  readonly laterGrams: readonly (readonly number[])[];
  /** What is shared out so far, and what that leaves. */
  readonly units: number[][];
  readonly grams: number[];
  readonly leftSupply: number[];
  readonly leftCapacity: number[];
  leftShort: number;
  /** Where an open site's stock of a line's SKU is in `leftSupply`. */
  cellOf(index: number, line: number): number;
}

/** Nothing shared out yet. Exactly as many units stay unshipped as in the allocation known. */
export function startSharing(
  problem: Problem,
  open: readonly number[],
  bounds: AmountBounds | null,
  { price }: RankedPrice,
  { short }: Allocation,
): Sharing {
  const { lines, skuCount, supply, capacity, world } = problem;
  const gramsOf = lines.map(({ sku }) => world.grams[sku]!);
  const weights = lines.map(({ quantity }, line) => quantity * gramsOf[line]!);
  const order = lines.map((_, line) => line).sort((a, b) => weights[b]! - weights[a]! || a - b);
  const table = tabulate(problem, open, bounds, price);
  const { lineCount, high } = table;
  return {
    problem,
    open,
    ...table,
    order,
    quantities: order.map((line) => lines[line]!.quantity),
    zones: open.map((site) => world.steppedAt![problem.locations[site]!]!),
    gramsOf,
    beyond: high.map((_, cell) => sumBeyond(high, cell, lineCount)),
    later: sumLater(order, (line) => priceCheapest(problem, table, line, short)),
    laterGrams: listLaterGrams(order, open.length, table, gramsOf),
    units: open.map(() => lines.map(() => 0)),
    grams: open.map(() => 0),
    leftSupply: open.flatMap((site) => [
      ...supply.subarray(site * skuCount, (site + 1) * skuCount),
    ]),
    leftCapacity: open.map((site) => capacity[site]!),
    leftShort: short,
    cellOf: (index, line) => index * skuCount + lines[line]!.sku,
  };
}

type Table = Pick<Sharing, "lineCount" | "low" | "high" | "prices">;

function tabulate(
  { lines, skuCount, supply }: Problem,
  open: readonly number[],
  bounds: AmountBounds | null,
  price: UnitPrice,
): Table {
  const lineCount = lines.length;
  const overCells = (value: (site: number, line: number) => number) =>
    open.flatMap((site) => lines.map((_, line) => value(site, line)));
  return {
    lineCount,
    low: overCells((site, line) => bounds?.low[site * lineCount + line] ?? 0),
    high: overCells((site, line) => {
      const { sku, quantity } = lines[line]!;
      const most = Math.min(quantity, supply[site * skuCount + sku]!);
      return Math.min(most, bounds?.high[site * lineCount + line] ?? most);
    }),
    prices: overCells(price),
  };
}

function sumBeyond(high: readonly number[], cell: number, lineCount: number): number {
  let units = 0;
  for (let next = cell + lineCount; next < high.length; next += lineCount) units += high[next]!;
  return units;
}

/** The least a line alone can come to; where units may stay, those that cost something do. */
function priceCheapest(
  { lines }: Problem,
  { lineCount, high, prices }: Table,
  line: number,
  short: number,
): number {
  const cells = prices.flatMap((_, cell) => (cell % lineCount === line ? [cell] : []));
  cells.sort((a, b) => prices[a]! - prices[b]!);
  let missing = lines[line]!.quantity;
  let total = 0;
  for (const cell of cells) {
    const taken = Math.min(missing, high[cell]!);
    total += taken * (short > 0 ? Math.min(0, prices[cell]!) : prices[cell]!);
    missing -= taken;
  }
  return total;
}

function sumLater(order: readonly number[], value: (line: number) => number): number[] {
  const sums = [0];
  for (const line of [...order].reverse()) sums.unshift(sums[0]! + value(line));
  return sums;
}

function listLaterGrams(
  order: readonly number[],
  openCount: number,
  { lineCount, high }: Table,
  gramsOf: readonly number[],
): number[][] {
  const perSite = Array.from({ length: openCount }, (_, index) =>
    sumLater(order, (line) => high[index * lineCount + line]! * gramsOf[line]!),
  );
  return Array.from({ length: order.length + 1 }, (_, turn) => perSite.map((sums) => sums[turn]!));
}
