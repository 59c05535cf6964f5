import { nowIn } from "../shop/now.ts";
import type { ShopState } from "../shop/state.ts";
import type { FulfillmentOrder, FulfillmentOrderStatus } from "./fulfillment-order.ts";

const ENDED = new Set<FulfillmentOrderStatus>(["closed", "cancelled", "incomplete"]);
const LIVE = new Set<FulfillmentOrderStatus>(["open", "scheduled", "on_hold"]);

/** Work remains: its remaining units are committed at its location. */
export function isActive(fulfillmentOrder: FulfillmentOrder): boolean {
  return !ENDED.has(fulfillmentOrder.status);
}

/**
 * Changes the status. The assigned location is a live view while open, scheduled or on hold, and a
 * snapshot afterwards.
 */
export function setStatus(
  shop: ShopState,
  fulfillmentOrder: FulfillmentOrder,
  status: FulfillmentOrderStatus,
): void {
  fulfillmentOrder.status = status;
  fulfillmentOrder.updatedAt = nowIn(shop);
  if (LIVE.has(status)) {
    fulfillmentOrder.locationSnapshot = null;
  } else if (fulfillmentOrder.locationSnapshot === null) {
    const location = shop.locations.get(fulfillmentOrder.locationId);
    if (location !== undefined) {
      fulfillmentOrder.locationSnapshot = { name: location.name, address: location.address };
    }
  }
}

/** Units still to be shipped. */
export function unitsRemaining(fulfillmentOrder: FulfillmentOrder): number {
  return fulfillmentOrder.lines.reduce((sum, line) => sum + line.remainingQuantity, 0);
}

/** Ends a fulfillment order whose units went elsewhere: its lines stay, at 0 of 0. */
export function closeEmptied(shop: ShopState, fulfillmentOrder: FulfillmentOrder): void {
  for (const line of fulfillmentOrder.lines) line.totalQuantity = line.remainingQuantity = 0;
  setStatus(shop, fulfillmentOrder, "closed");
}
