import type { FulfillmentOrder } from "#sandbox/fulfillment-orders/fulfillment-order.ts";
import type { Order } from "#sandbox/orders/order.ts";
import type { ShopState } from "#sandbox/shop/state.ts";

/** An order's fulfillment orders, oldest first. */
export function fulfillmentOrdersOf(shop: ShopState, order: Order): FulfillmentOrder[] {
  return order.fulfillmentOrderIds.flatMap((id) => shop.fulfillmentOrders.get(id) ?? []);
}

/** What the admin's order list says in its status column. */
export function statusOf(shop: ShopState, order: Order): string {
  if (order.cancelledAt !== null) return "cancelled";
  const live = fulfillmentOrdersOf(shop, order).filter(
    (one) => !["closed", "cancelled"].includes(one.status),
  );
  if (live.length === 0) return "fulfilled";
  if (live.every((one) => one.status === "on_hold")) return "on_hold";
  if (live.some((one) => one.status === "in_progress")) return "in_progress";
  return order.fulfillmentIds.length > 0 ? "partially_fulfilled" : "unfulfilled";
}
