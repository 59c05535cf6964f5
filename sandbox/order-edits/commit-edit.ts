import { assignUnits } from "../orders/assign-fulfillment-orders.ts";
import type { Order } from "../orders/order.ts";
import { addLineItem } from "../orders/place-order.ts";
import { removeUnits } from "../orders/remove-units.ts";
import { touchOrder } from "../orders/touch-order.ts";
import { actInShop, announce } from "../shop/events.ts";
import { newId } from "../shop/new-id.ts";
import { nowIn } from "../shop/now.ts";
import { done, refuse, type Outcome } from "../shop/outcome.ts";
import type { Id, ShopState } from "../shop/state.ts";
import type { JsonTree } from "../shop/write-json.ts";
import type { CalculatedLineItem, CalculatedOrder } from "./calculated-order.ts";
import { findEdit } from "./edit.ts";

interface LineChange {
  lineItemId: Id;
  delta: number;
}

export interface CommitRequest {
  editId: Id;
  notifyCustomer: boolean;
  staffNote: string | null;
  /** The app that edits; null for a person. */
  appId: Id | null;
}

/**
 * Applies an order edit. Units taken off leave the order's fulfillment orders; units added are
 * routed natively into new fulfillment orders, of which no fulfillment_orders event tells.
 */
export function commitEdit(shop: ShopState, request: CommitRequest): Outcome<Order> {
  const edit = findEdit(shop, request.editId);
  if (!edit.ok) return edit;
  const order = shop.orders.get(edit.result.orderId);
  if (order === undefined || order.cancelledAt !== null) {
    return refuse("The order cannot be edited.", null, ["id"]);
  }
  return actInShop(shop, () => {
    const changes = applyLines(shop, order, edit.result);
    edit.result.committed = true;
    order.edited = true;
    announce(shop, "orders/edited", () => editPayload(shop, order, request, changes));
    touchOrder(shop, order);
    return done(order);
  });
}

function applyLines(shop: ShopState, order: Order, edit: CalculatedOrder): LineChange[] {
  const changes = edit.lines.map((line) => ({
    lineItemId: line.id,
    delta: applyLine(shop, order, line),
  }));
  const added = changes.filter(({ delta }) => delta > 0);
  if (added.length > 0) {
    assignUnits(
      shop,
      order,
      added.map(({ lineItemId, delta }) => ({ lineItemId, quantity: delta })),
    );
  }
  return changes.filter(({ delta }) => delta !== 0);
}

/** @returns units added (positive) or taken off (negative). */
function applyLine(shop: ShopState, order: Order, line: CalculatedLineItem): number {
  if (line.added) {
    const sku = shop.variants.get(line.variantId)?.sku ?? "";
    addLineItem(shop, order, sku, line.quantity, line.id);
    return line.quantity;
  }
  const lineItem = shop.lineItems.get(line.id);
  if (lineItem === undefined) throw new Error(`No line item ${line.id}`);
  const delta = line.quantity - lineItem.currentQuantity;
  if (delta < 0) {
    removeUnits(shop, order, { lineItemId: line.id, quantity: -delta, restock: line.restock });
  } else {
    lineItem.quantity += delta;
  }
  lineItem.currentQuantity = line.quantity;
  return delta;
}

function editPayload(
  shop: ShopState,
  order: Order,
  request: CommitRequest,
  changes: readonly LineChange[],
): JsonTree {
  const listed = (sign: 1 | -1): JsonTree =>
    changes
      .filter(({ delta }) => Math.sign(delta) === sign)
      .map(({ lineItemId, delta }) => ({ id: BigInt(lineItemId), delta: Math.abs(delta) }));
  return {
    order_edit: {
      id: BigInt(newId(shop, "OrderEdit")),
      app_id: request.appId === null ? null : BigInt(request.appId),
      created_at: nowIn(shop),
      committed_at: nowIn(shop),
      notify_customer: request.notifyCustomer,
      order_id: BigInt(order.id),
      staff_note: request.staffNote ?? "",
      user_id: null,
      line_items: { additions: listed(1), removals: listed(-1) },
      discounts: { line_item: { additions: [], removals: [] } },
      shipping_lines: { additions: [], removals: [] },
    },
  };
}
