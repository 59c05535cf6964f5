import type { Market } from "./market.ts";

/**
 * Splits the items that sold and that two places or more could give into groups whose baskets fit one
 * program of bearable size, best sellers first. Within a group prices are found together.
 */
export function groupItems(market: Market, mostBaskets: number): string[][] {
  const basketsOf = new Map<string, number>();
  for (const { lines } of market.past) {
    for (const item of new Set(lines.map((line) => line.item))) {
      basketsOf.set(item, (basketsOf.get(item) ?? 0) + 1);
    }
  }
  const perFuture = market.expected / Math.max(1, market.past.length);
  const priced = [...basketsOf]
    .filter(([item]) => (market.stock.get(item) ?? []).filter((units) => units > 0).length > 1)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const groups: string[][] = [];
  let room = 0;
  for (const [item, count] of priced) {
    if (groups.length === 0 || room < count * perFuture) {
      groups.push([]);
      room = mostBaskets;
    }
    groups.at(-1)!.push(item);
    room -= count * perFuture;
  }
  return groups;
}
