import type { LiveOrder } from "#app/shopify/live-order.ts";
import type { BatchWorld, RememberedOrder } from "./batch-world.ts";
import type { Fare } from "./find-best-sequence.ts";
import { findBestSequence } from "./find-best-sequence.ts";
import type { OrderResult } from "./order-result.ts";
import { settleOrder } from "./settle-order.ts";

/**
 * Settles a batch: first come, first served; then those that waited to be decided together, in the
 * sequence that is best for all of them. Each is decided on its own in the world its predecessors
 * leave, so every decision has a snapshot that explains and replays it. Results in the order given.
 */
export function settleTogether(
  orders: readonly RememberedOrder[],
  live: ReadonlyMap<string, LiveOrder>,
  world: BatchWorld,
): OrderResult[] {
  const settle = (known: RememberedOrder, within: BatchWorld) =>
    settleOrder(known, live.get(known.orderId) ?? null, within);
  const results = new Map<string, OrderResult>();
  const waited = orders.filter((known) => hasWaited(known, world));
  for (const known of orders) {
    if (!waited.includes(known)) results.set(known.orderId, settle(known, world));
  }
  const sequence = findBestSequence(waited.length, (trial) => {
    const copy = copyWorld(world);
    const fares: Fare[] = [];
    for (const at of trial) fares[at] = measureFare(settle(waited[at]!, copy));
    return fares;
  });
  for (const at of sequence) {
    const known = waited[at]!;
    results.set(known.orderId, settle(known, world));
  }
  return orders.map(({ orderId }) => results.get(orderId)!);
}

function hasWaited({ decideAfter, decision }: RememberedOrder, { now }: BatchWorld): boolean {
  return decision === null && decideAfter !== null && decideAfter <= now;
}

/** What a trial may change, copied. */
function copyWorld(world: BatchWorld): BatchWorld {
  const pool = new Map(
    [...world.pool].map(([item, cells]) => [
      item,
      new Map([...cells].map(([place, cell]) => [place, { ...cell }])),
    ]),
  );
  return { ...world, pool, capacity: new Map(world.capacity) };
}

function measureFare({ decision }: OrderResult): Fare {
  if (!decision) return { cost: 0, unfilledUnits: 0, relaxations: 0, fixedPlan: "none" };
  const { plan, network } = decision;
  const lane = network.network.ruleset.lanes.find(({ id }) => id === plan.lane);
  const goesByCost = (lane?.priorities[0] ?? "lowest_cost") === "lowest_cost";
  return {
    cost: Number(plan.cost ?? 0),
    unfilledUnits: plan.unfilled.reduce((sum, { quantity }) => sum + quantity, 0),
    relaxations: plan.relaxed.length,
    fixedPlan: goesByCost && plan.outcome !== "held" ? null : JSON.stringify(plan.parcels),
  };
}
