import { newId } from "../shop/new-id.ts";
import { nowIn } from "../shop/now.ts";
import { done, refuse, type Outcome } from "../shop/outcome.ts";
import type { Id, ShopState } from "../shop/state.ts";
import { lineItemsOf } from "../orders/totals.ts";
import type { CalculatedLineItem, CalculatedOrder } from "./calculated-order.ts";

/** Begins an order edit: a calculated copy that changes nothing until committed. */
export function beginEdit(shop: ShopState, orderId: Id): Outcome<CalculatedOrder> {
  const order = shop.orders.get(orderId);
  if (order === undefined) return refuse("The order does not exist.", null, ["id"]);
  if (order.cancelledAt !== null) return refuse("The order cannot be edited.", null, ["id"]);
  const calculated: CalculatedOrder = {
    id: newId(shop, "CalculatedOrder"),
    orderId,
    lines: lineItemsOf(shop, order).map((line) => ({
      id: line.id,
      variantId: line.variantId,
      quantity: line.currentQuantity,
      quantityBefore: line.currentQuantity,
      restock: false,
      added: false,
    })),
    committed: false,
    createdAt: nowIn(shop),
  };
  shop.calculatedOrders.set(calculated.id, calculated);
  return done(calculated);
}

export interface EditedLine {
  calculated: CalculatedOrder;
  line: CalculatedLineItem;
}

/** The edit with this id, if it is still open. */
export function findEdit(shop: ShopState, id: Id): Outcome<CalculatedOrder> {
  const calculated = shop.calculatedOrders.get(id);
  if (calculated === undefined || calculated.committed) {
    return refuse("The calculated order does not exist.", null, ["id"]);
  }
  return done(calculated);
}

/** Sets how many units of a line are wanted; shipped units cannot be taken off. */
export function setEditQuantity(
  shop: ShopState,
  request: { editId: Id; lineId: Id; quantity: number; restock: boolean },
): Outcome<EditedLine> {
  const edit = findEdit(shop, request.editId);
  if (!edit.ok) return edit;
  const line = edit.result.lines.find(({ id }) => id === request.lineId);
  if (line === undefined) return refuse("The line item does not exist.", null, ["lineItemId"]);
  const shipped = shop.lineItems.get(line.id)?.fulfilledQuantity ?? 0;
  if (request.quantity < 0) {
    return refuse("The quantity cannot be negative.", null, ["quantity"]);
  }
  if (request.quantity < shipped) {
    return refuse("The quantity cannot be reduced below what has been fulfilled.", null, [
      "quantity",
    ]);
  }
  line.quantity = request.quantity;
  line.restock = request.restock;
  return done({ calculated: edit.result, line });
}

/** Adds a variant; it gets a line of its own unless the order has one and no duplicate is allowed. */
export function addEditVariant(
  shop: ShopState,
  request: { editId: Id; variantId: Id; quantity: number; allowDuplicates: boolean },
): Outcome<EditedLine> {
  const edit = findEdit(shop, request.editId);
  if (!edit.ok) return edit;
  if (!shop.variants.has(request.variantId)) {
    return refuse("The variant does not exist.", null, ["variantId"]);
  }
  if (request.quantity < 1) {
    return refuse("The quantity must be greater than 0.", null, ["quantity"]);
  }
  const calculated = edit.result;
  const existing = calculated.lines.some(({ variantId }) => variantId === request.variantId);
  if (existing && !request.allowDuplicates) {
    return refuse("The variant is already on the order.", null, ["variantId"]);
  }
  const line: CalculatedLineItem = {
    id: newId(shop, "LineItem"),
    variantId: request.variantId,
    quantity: request.quantity,
    quantityBefore: 0,
    restock: false,
    added: true,
  };
  calculated.lines.push(line);
  return done({ calculated, line });
}
