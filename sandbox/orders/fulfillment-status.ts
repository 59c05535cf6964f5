import { fulfillmentOrdersOf } from "../fulfillment-orders/find.ts";
import { isActive } from "../fulfillment-orders/status.ts";
import type { ShopState } from "../shop/state.ts";
import type { Order } from "./order.ts";
import { lineItemsOf } from "./totals.ts";

/** `fulfillment_status` of REST payloads: null until something shipped. */
export function restFulfillmentStatus(
  shop: ShopState,
  order: Order,
): "fulfilled" | "partial" | null {
  const lines = lineItemsOf(shop, order);
  const fulfilled = lines.reduce((sum, line) => sum + line.fulfilledQuantity, 0);
  if (fulfilled === 0) return null;
  const wanted = lines.reduce(
    (sum, line) => sum + Math.max(line.currentQuantity, line.fulfilledQuantity),
    0,
  );
  return fulfilled >= wanted ? "fulfilled" : "partial";
}

/** `Order.displayFulfillmentStatus`. On hold only when every active fulfillment order is held. */
export function displayFulfillmentStatus(shop: ShopState, order: Order): string {
  const shipped = restFulfillmentStatus(shop, order);
  if (shipped === "fulfilled") return "FULFILLED";
  const active = fulfillmentOrdersOf(shop, order).filter(isActive);
  if (active.some(({ status }) => status === "in_progress")) return "IN_PROGRESS";
  if (active.length > 0 && active.every(({ status }) => status === "on_hold")) return "ON_HOLD";
  if (shipped === "partial") return "PARTIALLY_FULFILLED";
  if (active.length > 0 && active.every(({ status }) => status === "scheduled")) return "SCHEDULED";
  return "UNFULFILLED";
}
