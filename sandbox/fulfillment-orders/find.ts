import type { Order } from "../orders/order.ts";
import { done, refuse, type Outcome } from "../shop/outcome.ts";
import type { Id, ShopState } from "../shop/state.ts";
import type { FulfillmentOrder } from "./fulfillment-order.ts";

export const NOT_FOUND = "Fulfillment order does not exist.";

/** The fulfillment order, or Shopify's refusal (with the code, where the mutation has codes). */
export function findFulfillmentOrder(
  shop: ShopState,
  id: Id,
  code: string | null = "FULFILLMENT_ORDER_NOT_FOUND",
): Outcome<FulfillmentOrder> {
  const found = shop.fulfillmentOrders.get(id);
  return found === undefined ? refuse(NOT_FOUND, code) : done(found);
}

/** The order a fulfillment order belongs to. */
export function orderOf(shop: ShopState, { orderId }: { orderId: Id }): Order {
  const order = shop.orders.get(orderId);
  if (order === undefined) throw new Error(`No order ${orderId}`);
  return order;
}

/** The fulfillment orders of an order, oldest first. */
export function fulfillmentOrdersOf(shop: ShopState, order: Order): FulfillmentOrder[] {
  return order.fulfillmentOrderIds.flatMap((id) => shop.fulfillmentOrders.get(id) ?? []);
}
