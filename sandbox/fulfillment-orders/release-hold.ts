import { actInShop, announce } from "../shop/events.ts";
import { done, type Outcome } from "../shop/outcome.ts";
import type { Id, ShopState } from "../shop/state.ts";
import { allRemaining } from "./choose-lines.ts";
import { addLine } from "./create.ts";
import { findFulfillmentOrder } from "./find.ts";
import type { FulfillmentOrder, FulfillmentOrderStatus, Hold } from "./fulfillment-order.ts";
import { brief, briefHold, gidOf } from "./payloads.ts";
import { closeEmptied, setStatus } from "./status.ts";

export interface ReleaseRequest {
  id: Id;
  /** Exactly these; absent (with no externalId) means every hold, other apps' included. */
  holdIds?: readonly Id[] | null;
  externalId?: string | null;
}

/**
 * Releases holds as `fulfillmentOrderReleaseHold` does. When the last one goes, the fulfillment
 * order is workable again and takes back the units a partial hold had set apart.
 */
export function releaseHolds(shop: ShopState, request: ReleaseRequest): Outcome<FulfillmentOrder> {
  const found = findFulfillmentOrder(shop, request.id);
  if (!found.ok) return found;
  const fulfillmentOrder = found.result;
  const released = fulfillmentOrder.holds.filter((hold) => isNamed(hold, request));
  if (released.length === 0) return done(fulfillmentOrder);
  return actInShop(shop, () => {
    fulfillmentOrder.holds = fulfillmentOrder.holds.filter((hold) => !released.includes(hold));
    for (const hold of released) announceRelease(shop, fulfillmentOrder, hold);
    if (fulfillmentOrder.holds.length === 0) resume(shop, fulfillmentOrder);
    return done(fulfillmentOrder);
  });
}

function isNamed(hold: Hold, { holdIds, externalId }: ReleaseRequest): boolean {
  if (holdIds != null) return holdIds.includes(hold.id);
  if (externalId != null) return hold.externalId === externalId;
  return true;
}

function announceRelease(shop: ShopState, fulfillmentOrder: FulfillmentOrder, hold: Hold): void {
  announce(shop, "fulfillment_holds/released", () => ({
    fulfillment_order: { id: gidOf("FulfillmentOrder", fulfillmentOrder.id) },
    fulfillment_hold: briefHold(hold),
  }));
}

function resume(shop: ShopState, fulfillmentOrder: FulfillmentOrder): void {
  setStatus(shop, fulfillmentOrder, statusWithoutHold(shop, fulfillmentOrder));
  takeBackSibling(shop, fulfillmentOrder);
  announce(shop, "fulfillment_orders/hold_released", () => ({
    fulfillment_order: brief(fulfillmentOrder),
  }));
}

function statusWithoutHold(
  shop: ShopState,
  fulfillmentOrder: FulfillmentOrder,
): FulfillmentOrderStatus {
  if (fulfillmentOrder.progressReported) return "in_progress";
  return Date.parse(fulfillmentOrder.fulfillAt) > shop.clock().getTime() ? "scheduled" : "open";
}

/** Only a sibling still as the hold left it comes back: one moved or worked on stays its own. */
function takeBackSibling(shop: ShopState, fulfillmentOrder: FulfillmentOrder): void {
  const sibling = shop.fulfillmentOrders.get(fulfillmentOrder.heldApartFromId ?? "");
  fulfillmentOrder.heldApartFromId = null;
  if (sibling === undefined || sibling.status !== "open") return;
  if (sibling.locationId !== fulfillmentOrder.locationId) return;
  for (const { line, quantity } of allRemaining(sibling)) {
    addLine(shop, fulfillmentOrder, line.lineItemId, quantity);
  }
  if (sibling.lines.every((line) => line.totalQuantity === line.remainingQuantity)) {
    closeEmptied(shop, sibling);
    return;
  }
  for (const line of sibling.lines) {
    line.totalQuantity -= line.remainingQuantity;
    line.remainingQuantity = 0;
  }
  setStatus(shop, sibling, "closed");
}
