import { allRemaining, chooseLines } from "../fulfillment-orders/choose-lines.ts";
import type { ChosenLine, LineRequest } from "../fulfillment-orders/choose-lines.ts";
import { findFulfillmentOrder, orderOf } from "../fulfillment-orders/find.ts";
import type { FulfillmentOrder } from "../fulfillment-orders/fulfillment-order.ts";
import { setStatus, unitsRemaining } from "../fulfillment-orders/status.ts";
import { shipUnits } from "../inventory/commit-units.ts";
import { restFulfillmentStatus } from "../orders/fulfillment-status.ts";
import type { Order } from "../orders/order.ts";
import { orderPayload } from "../orders/order-payload.ts";
import { touchOrder } from "../orders/touch-order.ts";
import { actInShop, announce } from "../shop/events.ts";
import { newId } from "../shop/new-id.ts";
import { nowIn } from "../shop/now.ts";
import { done, refuse, type Outcome } from "../shop/outcome.ts";
import type { Id, ShopState } from "../shop/state.ts";
import type { Fulfillment, Tracking } from "./fulfillment.ts";
import { fulfillmentPayload } from "./fulfillment-payload.ts";

export interface FulfillmentRequest {
  parts: readonly { id: Id; lines?: readonly LineRequest[] | null }[];
  tracking: Tracking[];
}

interface CheckedPart {
  fulfillmentOrder: FulfillmentOrder;
  chosen: ChosenLine[];
}

const SHIPPABLE = new Set(["open", "in_progress"]);

/**
 * Ships units of fulfillment orders of one order at one location, as `fulfillmentCreate` does.
 * Committed and on_hand fall; a fulfillment order with nothing left is closed, others keep status.
 */
export function createFulfillment(
  shop: ShopState,
  request: FulfillmentRequest,
): Outcome<Fulfillment> {
  const checked = checkParts(shop, request);
  if (!checked.ok) return checked;
  const [first] = checked.result;
  if (first === undefined) {
    return refuse("Fulfillment orders must be provided.", null, ["fulfillment"]);
  }
  const order = orderOf(shop, first.fulfillmentOrder);
  return actInShop(shop, () => {
    const fulfillment = record(shop, order, checked.result, request.tracking);
    for (const part of checked.result) ship(shop, part);
    announce(shop, "fulfillments/create", () => fulfillmentPayload(shop, fulfillment));
    const whole = restFulfillmentStatus(shop, order) === "fulfilled";
    announce(shop, whole ? "orders/fulfilled" : "orders/partially_fulfilled", () =>
      orderPayload(shop, order),
    );
    touchOrder(shop, order);
    return done(fulfillment);
  });
}

function checkParts(shop: ShopState, request: FulfillmentRequest): Outcome<CheckedPart[]> {
  const checked: CheckedPart[] = [];
  for (const part of request.parts) {
    const check = checkPart(shop, part);
    if (!check.ok) return check;
    checked.push(check.result);
  }
  const members = checked.map(({ fulfillmentOrder }) => fulfillmentOrder);
  if (new Set(members.map(({ orderId }) => orderId)).size > 1) {
    return refuse("All fulfillment orders must belong to the same order.", null, ["fulfillment"]);
  }
  if (new Set(members.map(({ locationId }) => locationId)).size > 1) {
    const message = "All fulfillment orders must be assigned to a single location.";
    return refuse(message, null, ["fulfillment"]);
  }
  return done(checked);
}

function checkPart(
  shop: ShopState,
  part: FulfillmentRequest["parts"][number],
): Outcome<CheckedPart> {
  const found = findFulfillmentOrder(shop, part.id, null);
  if (!found.ok) return refuse("Fulfillment order does not exist.", null, ["fulfillment"]);
  const fulfillmentOrder = found.result;
  const { status } = fulfillmentOrder;
  if (!SHIPPABLE.has(status)) {
    const message = `Fulfillment order ${part.id} has an unfulfillable status= ${status}.`;
    return refuse(message, null, ["fulfillment"]);
  }
  if (part.lines == null || part.lines.length === 0) {
    return done({ fulfillmentOrder, chosen: allRemaining(fulfillmentOrder) });
  }
  const chosen = chooseLines(fulfillmentOrder, part.lines, null);
  if (!chosen.ok) return refuse(chosen.refusals[0]?.message ?? "", null, ["fulfillment"]);
  return done({ fulfillmentOrder, chosen: chosen.result });
}

function record(
  shop: ShopState,
  order: Order,
  parts: readonly CheckedPart[],
  tracking: Tracking[],
): Fulfillment {
  const now = nowIn(shop);
  const fulfillment: Fulfillment = {
    id: newId(shop, "Fulfillment"),
    orderId: order.id,
    name: `${order.name}.${order.fulfillmentIds.length + 1}`,
    status: "success",
    locationId: parts[0]?.fulfillmentOrder.locationId ?? "",
    fulfillmentOrderIds: parts.map(({ fulfillmentOrder }) => fulfillmentOrder.id),
    lines: parts.flatMap(({ chosen }) =>
      chosen.map(({ line, quantity }) => ({
        id: newId(shop, "FulfillmentLineItem"),
        lineItemId: line.lineItemId,
        fulfillmentOrderLineId: line.id,
        quantity,
      })),
    ),
    tracking,
    events: [],
    createdAt: now,
    updatedAt: now,
  };
  shop.fulfillments.set(fulfillment.id, fulfillment);
  order.fulfillmentIds.push(fulfillment.id);
  return fulfillment;
}

function ship(shop: ShopState, { fulfillmentOrder, chosen }: CheckedPart): void {
  for (const { line, quantity } of chosen) {
    line.remainingQuantity -= quantity;
    const lineItem = shop.lineItems.get(line.lineItemId);
    if (lineItem !== undefined) lineItem.fulfilledQuantity += quantity;
    const { locationId } = fulfillmentOrder;
    shipUnits(shop, { lineItemId: line.lineItemId, locationId, quantity });
  }
  const status = unitsRemaining(fulfillmentOrder) === 0 ? "closed" : fulfillmentOrder.status;
  setStatus(shop, fulfillmentOrder, status);
}
