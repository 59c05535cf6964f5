import type { LiveFulfillmentOrder, LiveOrder } from "../../shopify/live-order.ts";
import type { EffectTask } from "./effect-plan.ts";

/**
 * The fulfillment orders that hold units of a task: still active, at its location, with units left
 * of its line items. Found by line item and never by remembered ids, which die in moves and splits.
 */
export function findParts(live: LiveOrder, task: EffectTask): LiveFulfillmentOrder[] {
  return live.fulfillmentOrders.filter(
    (one) => isActive(one) && one.assignedLocationId === task.locationId && holdsUnitsOf(one, task),
  );
}

/** True when some units of the task wait at another location. */
export function isElsewhere(live: LiveOrder, task: EffectTask): boolean {
  return live.fulfillmentOrders.some(
    (one) => isActive(one) && one.assignedLocationId !== task.locationId && holdsUnitsOf(one, task),
  );
}

function isActive({ status }: LiveFulfillmentOrder): boolean {
  return status !== "CLOSED" && status !== "CANCELLED";
}

function holdsUnitsOf(fulfillmentOrder: LiveFulfillmentOrder, task: EffectTask): boolean {
  const wanted = new Set(task.lines.map((line) => line.lineItemId));
  return fulfillmentOrder.lines.some(
    (line) => line.remainingQuantity > 0 && wanted.has(line.lineItemId),
  );
}
