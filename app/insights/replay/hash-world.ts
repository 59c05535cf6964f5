import { createHash } from "node:crypto";
import type { ReplayWorld } from "./replay-world.ts";

/**
 * Stands for everything a run is decided in: what was decided before an interruption counts only if
 * this is still the same. Networks are sampled at the first and last order, which covers rates,
 * rules and calendars: those change as a whole.
 */
export function hashWorld(world: ReplayWorld): string {
  const { orders, items, opening, movements, limits, outsidePool, networkAt } = world;
  const ends = [orders[0], orders.at(-1)].flatMap((order) => (order ? [order.placedAt] : []));
  const hash = createHash("sha256");
  for (const part of [
    orders,
    [...items].sort(([a], [b]) => (a < b ? -1 : 1)),
    opening.map((row) => JSON.stringify(row)).sort(),
    movements,
    limits,
    [...outsidePool].sort(),
    ends.map((at) => networkAt(new Date(at))),
  ]) {
    hash.update(JSON.stringify(part));
  }
  return hash.digest("hex");
}
