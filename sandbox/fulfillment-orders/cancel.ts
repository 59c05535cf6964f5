import { actInShop, announce } from "../shop/events.ts";
import { done, refuse, type Outcome } from "../shop/outcome.ts";
import type { Id, ShopState } from "../shop/state.ts";
import { addLine, createFulfillmentOrder } from "./create.ts";
import { findFulfillmentOrder, orderOf } from "./find.ts";
import type { FulfillmentOrder } from "./fulfillment-order.ts";
import { brief } from "./payloads.ts";
import { setStatus } from "./status.ts";

export interface CancelledFulfillmentOrder {
  original: FulfillmentOrder;
  replacement: FulfillmentOrder;
}

/**
 * Cancels an open fulfillment order as `fulfillmentOrderCancel` does at a merchant's location: the
 * original ends CLOSED (not CANCELLED) with no lines, and an open replacement has the same lines
 * under the same line ids. Stock does not change.
 */
export function cancelFulfillmentOrder(
  shop: ShopState,
  id: Id,
): Outcome<CancelledFulfillmentOrder> {
  const found = findFulfillmentOrder(shop, id, null);
  if (!found.ok) return found;
  const original = found.result;
  if (original.progressReported) {
    return refuse(
      "Cannot cancel fulfillment order that has had progress reported. Mark as unfulfilled first.",
      "FULFILLMENT_ORDER_HAS_MANUALLY_REPORTED_PROGRESS",
    );
  }
  if (original.status !== "open") {
    return refuse("Fulfillment order is not in cancellable request state and can't be canceled.");
  }
  return actInShop(shop, () => {
    const replacement = replace(shop, original);
    announce(shop, "fulfillment_orders/cancelled", () => ({
      fulfillment_order: brief(original),
      replacement_fulfillment_order: brief(replacement),
    }));
    return done({ original, replacement });
  });
}

function replace(shop: ShopState, original: FulfillmentOrder): FulfillmentOrder {
  const replacement = createFulfillmentOrder(shop, orderOf(shop, original), {
    locationId: original.locationId,
    lines: [],
    deliveryMethod: original.deliveryMethod,
    fulfillAt: original.fulfillAt,
    fulfillBy: original.fulfillBy,
  });
  for (const line of original.lines) {
    if (line.remainingQuantity > 0) {
      addLine(shop, replacement, line.lineItemId, line.remainingQuantity, line.id);
    }
  }
  original.lines = [];
  setStatus(shop, original, "closed");
  return replacement;
}
