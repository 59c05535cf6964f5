import { setImmediate as giveWay } from "node:timers/promises";
import { drawFuture } from "./draw-future.ts";
import { groupItems } from "./group-items.ts";
import type { Market, StockPrices } from "./market.ts";
import type { SolveProgram } from "./solve-program.ts";
import { writeProgram } from "./write-program.ts";

/** Futures that prices are averaged over: more cost time and hardly change a decision. */
const FUTURES = 8;
/** Baskets of one program: it is solved in a fraction of a second. */
const MOST_BASKETS = 400;

/**
 * What giving away a unit of each item at each place is expected to cost later: the dual price of its
 * shelf in the cheapest way to serve the future, averaged over several futures like the past, for one
 * alone sees shelves as either needed or not ("randomized linear programming"; K. Talluri and
 * G. van Ryzin, Transportation Science 33, 1999). Less the item's cheapest shelf, for every way to fill
 * an order takes that from somewhere. `before` are the prices in force; nothing is changed by them but
 * how items of other groups are seen. Gives way to other work between two programs.
 */
export async function priceBySales(
  market: Market,
  before: StockPrices,
  solve: SolveProgram,
): Promise<StockPrices> {
  const futures = Array.from({ length: FUTURES }, (_, at) => drawFuture(market, at, FUTURES));
  const prices = new Map(before);
  const found = new Map<string, readonly number[]>();
  for (const group of groupItems(market, MOST_BASKETS)) {
    const items = new Set(group);
    const sums = new Map(group.map((item) => [item, new Array<number>(market.places).fill(0)]));
    for (const future of futures) {
      const baskets = future.filter(({ lines }) => lines.some(({ item }) => items.has(item)));
      const program = writeProgram({ baskets, stock: market.stock, items, prices });
      if (program.shelves.length === 0) continue;
      const duals = solve(program);
      program.shelves.forEach(({ item, place }, at) => {
        sums.get(item)![place]! += duals[at]! / FUTURES;
      });
      await giveWay();
    }
    for (const [item, sum] of sums) found.set(item, lessTheCheapest(sum, market.stock.get(item)!));
    for (const item of items) prices.set(item, found.get(item)!);
  }
  return found;
}

function lessTheCheapest(prices: readonly number[], stock: readonly number[]): number[] {
  const least = Math.min(...prices.filter((_, place) => stock[place]! > 0));
  return prices.map((price, place) => (stock[place]! > 0 ? Math.round(price - least) : 0));
}
