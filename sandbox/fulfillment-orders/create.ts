import type { Order } from "../orders/order.ts";
import { newId } from "../shop/new-id.ts";
import { nowIn } from "../shop/now.ts";
import type { Id, ShopState } from "../shop/state.ts";
import type {
  FulfillmentOrder,
  FulfillmentOrderLine,
  FulfillmentOrderStatus,
} from "./fulfillment-order.ts";

export interface NewFulfillmentOrder {
  locationId: Id;
  lines: { lineItemId: Id; quantity: number }[];
  status?: FulfillmentOrderStatus;
  /** Of the order, or that of the fulfillment order this one comes from. */
  deliveryMethod?: FulfillmentOrder["deliveryMethod"];
  fulfillAt?: string;
  fulfillBy?: string | null;
}

/**
 * Adds a fulfillment order to an order, without touching stock: the caller says where its units
 * come from. `fulfillAt` defaults to the creation time cut to the hour, as seen in captures.
 */
export function createFulfillmentOrder(
  shop: ShopState,
  order: Order,
  input: NewFulfillmentOrder,
): FulfillmentOrder {
  const now = nowIn(shop);
  const fulfillmentOrder: FulfillmentOrder = {
    id: newId(shop, "FulfillmentOrder"),
    orderId: order.id,
    status: input.status ?? "open",
    locationId: input.locationId,
    locationSnapshot: null,
    deliveryMethod: input.deliveryMethod ?? {
      id: newId(shop, "DeliveryMethod"),
      type: order.deliveryMethod,
    },
    lines: [],
    holds: [],
    progressReported: false,
    preparedForPickup: false,
    heldApartFromId: null,
    fulfillAt: input.fulfillAt ?? order.fulfillAt ?? `${now.slice(0, 13)}:00:00Z`,
    fulfillBy: input.fulfillBy ?? null,
    createdAt: now,
    updatedAt: now,
  };
  shop.fulfillmentOrders.set(fulfillmentOrder.id, fulfillmentOrder);
  order.fulfillmentOrderIds.push(fulfillmentOrder.id);
  for (const { lineItemId, quantity } of input.lines) {
    addLine(shop, fulfillmentOrder, lineItemId, quantity);
  }
  return fulfillmentOrder;
}

/** Adds units of a line item; a line item has one line per fulfillment order. */
export function addLine(
  shop: ShopState,
  fulfillmentOrder: FulfillmentOrder,
  lineItemId: Id,
  quantity: number,
  lineId: Id = newId(shop, "FulfillmentOrderLineItem"),
): FulfillmentOrderLine {
  const existing = fulfillmentOrder.lines.find((line) => line.lineItemId === lineItemId);
  if (existing !== undefined) {
    existing.totalQuantity += quantity;
    existing.remainingQuantity += quantity;
    return existing;
  }
  const line: FulfillmentOrderLine = {
    id: lineId,
    fulfillmentOrderId: fulfillmentOrder.id,
    lineItemId,
    totalQuantity: quantity,
    remainingQuantity: quantity,
  };
  fulfillmentOrder.lines.push(line);
  shop.fulfillmentOrderLines.set(line.id, line);
  return line;
}
