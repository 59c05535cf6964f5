import { returnUnits } from "../inventory/commit-units.ts";
import type { LineItem, Order } from "../orders/order.ts";
import { removeUnits } from "../orders/remove-units.ts";
import { lineItemsOf } from "../orders/totals.ts";
import { touchOrder } from "../orders/touch-order.ts";
import { actInShop, announce } from "../shop/events.ts";
import { newId } from "../shop/new-id.ts";
import { nowIn } from "../shop/now.ts";
import { done, refuse, type Outcome } from "../shop/outcome.ts";
import type { Id, ShopState } from "../shop/state.ts";
import type { Refund, RestockType } from "./refund.ts";
import { refundPayload } from "./refund-payload.ts";

export interface RefundRequest {
  orderId: Id;
  note: string | null;
  lines: readonly {
    lineItemId: Id;
    quantity: number;
    restockType: RestockType;
    locationId: Id | null;
  }[];
}

/**
 * Refunds units of an order. `cancel` takes unshipped units off and makes them available again,
 * `no_restock` takes unshipped units off for good, `return` puts shipped units back into stock.
 */
export function createRefund(shop: ShopState, request: RefundRequest): Outcome<Refund> {
  const order = shop.orders.get(request.orderId);
  if (order === undefined) return refuse("Order does not exist", null, ["orderId"]);
  for (const [index, wanted] of request.lines.entries()) {
    const line = lineItemsOf(shop, order).find(({ id }) => id === wanted.lineItemId);
    const field = ["refundLineItems", String(index), "quantity"];
    if (line === undefined || wanted.quantity > line.quantity - line.refundedQuantity) {
      return refuse("Quantity cannot refund more items than were purchased", null, field);
    }
    if (wanted.restockType === "return" && wanted.locationId === null) {
      return refuse("Location can't be blank", null, [
        "refundLineItems",
        String(index),
        "locationId",
      ]);
    }
  }
  return actInShop(shop, () => done(refund(shop, order, request)));
}

function refund(shop: ShopState, order: Order, request: RefundRequest): Refund {
  const made: Refund = {
    id: newId(shop, "Refund"),
    orderId: order.id,
    note: request.note,
    lines: request.lines.map((line) => ({ id: newId(shop, "RefundLineItem"), ...line })),
    createdAt: nowIn(shop),
  };
  for (const wanted of made.lines) {
    const line = shop.lineItems.get(wanted.lineItemId);
    if (line !== undefined) giveBack(shop, order, line, wanted);
  }
  shop.refunds.set(made.id, made);
  order.refundIds.push(made.id);
  order.financialStatus = lineItemsOf(shop, order).every(
    (line) => line.refundedQuantity >= line.quantity,
  )
    ? "refunded"
    : "partially_refunded";
  announce(shop, "refunds/create", () => refundPayload(shop, made));
  touchOrder(shop, order);
  return made;
}

function giveBack(
  shop: ShopState,
  order: Order,
  line: LineItem,
  wanted: RefundRequest["lines"][number],
): void {
  const { quantity, restockType, locationId } = wanted;
  line.refundedQuantity += quantity;
  if (restockType === "return" && locationId !== null) {
    line.currentQuantity -= quantity;
    returnUnits(shop, { lineItemId: line.id, locationId, quantity });
    return;
  }
  const restock = restockType !== "no_restock";
  line.currentQuantity -= quantity;
  removeUnits(shop, order, { lineItemId: line.id, quantity, restock });
}
