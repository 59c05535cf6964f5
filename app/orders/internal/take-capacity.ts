import type { CapacityLeft } from "#app/locations/capacity.ts";
import { giveBackWork, takeWork } from "#app/locations/capacity.ts";
import type { BatchWorld, RememberedOrder } from "./batch-world.ts";
import type { NewDecision } from "./order-result.ts";

/**
 * Today's capacity as it is for one order: what a new decision takes away from a location is free for
 * it again. Work in somebody's hands stays where it is, and work of an earlier day frees nothing today.
 */
export function giveBackToday(
  { orderId }: Pick<RememberedOrder, "orderId">,
  { capacity, work }: Pick<BatchWorld, "capacity" | "work">,
): Map<string, CapacityLeft> {
  const left = new Map(capacity);
  for (const done of work) {
    if (done.orderId !== orderId || done.isStarted) continue;
    left.set(done.locationId, giveBackWork(left.get(done.locationId)!, done));
  }
  return left;
}

/** Takes a decision's parcels out of today's capacity, for the orders decided after it. */
export function takeCapacity(
  known: Pick<RememberedOrder, "orderId">,
  { plan }: Pick<NewDecision, "plan">,
  world: BatchWorld,
): void {
  const left = giveBackToday(known, world);
  for (const { locationId, lines } of plan.parcels) {
    const before = left.get(locationId);
    const units = lines.reduce((sum, line) => sum + line.quantity, 0);
    if (before) left.set(locationId, takeWork(before, { parcels: 1, units }));
  }
  for (const [locationId, after] of left) world.capacity.set(locationId, after);
}
