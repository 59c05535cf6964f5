import type { Basket, Market } from "./market.ts";

/**
 * A future like the past: the `at`-th of `of` stretches of past baskets, evenly spaced, each as long
 * as what is expected (running on at the beginning when the past is too short), filled first come,
 * first served from all places together. Drawing whole stretches keeps what is bought in the same
 * days together (block bootstrap; H. R. Künsch, Annals of Statistics 17, 1989) and needs no chance.
 */
export function drawFuture(market: Market, at: number, of: number): Basket[] {
  const { past, expected, stock } = market;
  if (past.length === 0) return [];
  const start = Math.floor((at * past.length) / of);
  const left = new Map(
    [...stock].map(([item, units]) => [item, units.reduce((sum, one) => sum + one, 0)]),
  );
  return Array.from({ length: expected }, (_, n) => past[(start + n) % past.length]!)
    .map((basket) => ({ ...basket, lines: fill(basket, left) }))
    .filter(({ lines }) => lines.length > 0);
}

function fill({ lines }: Basket, left: Map<string, number>): Basket["lines"] {
  return lines.flatMap((line) => {
    const units = Math.min(line.units, left.get(line.item) ?? 0);
    left.set(line.item, (left.get(line.item) ?? 0) - units);
    return units > 0 ? [{ ...line, units }] : [];
  });
}
