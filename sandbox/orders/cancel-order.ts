import { actInShop, announce } from "../shop/events.ts";
import { nowIn } from "../shop/now.ts";
import { done, refuse, type Outcome } from "../shop/outcome.ts";
import type { Id, ShopState } from "../shop/state.ts";
import type { CancelReason, Order } from "./order.ts";
import { orderPayload } from "./order-payload.ts";
import { removeUnits } from "./remove-units.ts";
import { lineItemsOf } from "./totals.ts";
import { touchOrder } from "./touch-order.ts";

export interface CancelRequest {
  orderId: Id;
  reason: CancelReason;
  /** Units return to available; otherwise they leave stock. */
  restock: boolean;
}

/** Whether an order may be cancelled now, with Shopify's refusal if not. */
export function checkCancel(shop: ShopState, orderId: Id): Outcome<Order> {
  const order = shop.orders.get(orderId);
  if (order === undefined) return refuse("Order does not exist.", "NOT_FOUND", ["orderId"]);
  if (order.cancelledAt !== null) {
    return refuse("Order has already been cancelled.", "INVALID", ["orderId"]);
  }
  const shipped = order.fulfillmentIds.some(
    (id) => shop.fulfillments.get(id)?.status === "success",
  );
  if (shipped) {
    return refuse("Cannot cancel an order with fulfillments that can't be cancelled.", "INVALID", [
      "orderId",
    ]);
  }
  return done(order);
}

/** Cancels an order at once, as a person does in the admin. It cannot be undone. */
export function cancelOrder(shop: ShopState, request: CancelRequest): Outcome<Order> {
  const checked = checkCancel(shop, request.orderId);
  if (!checked.ok) return checked;
  const order = checked.result;
  return actInShop(shop, () => {
    for (const line of lineItemsOf(shop, order)) {
      const { currentQuantity: quantity, id: lineItemId } = line;
      removeUnits(shop, order, { lineItemId, quantity, restock: request.restock });
      line.currentQuantity = 0;
    }
    order.cancelledAt = order.closedAt = nowIn(shop);
    order.cancelReason = request.reason;
    order.financialStatus = "refunded";
    announce(shop, "orders/cancelled", () => orderPayload(shop, order));
    touchOrder(shop, order);
    return done(order);
  });
}
