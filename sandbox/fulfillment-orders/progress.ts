import { actInShop, announce } from "../shop/events.ts";
import { done, refuse, type Outcome } from "../shop/outcome.ts";
import type { Id, ShopState } from "../shop/state.ts";
import { findFulfillmentOrder } from "./find.ts";
import type { Actor, FulfillmentOrder } from "./fulfillment-order.ts";
import { brief, gidOf } from "./payloads.ts";
import { setStatus } from "./status.ts";

function appOf(actor: Actor | null): { id: string } | null {
  return actor === null ? null : { id: gidOf("App", actor.appId) };
}

/** Work has begun: blocks moving, splitting and cancelling until opened again. */
export function reportProgress(
  shop: ShopState,
  request: { id: Id; reasonNotes?: string | null; actor: Actor | null },
): Outcome<FulfillmentOrder> {
  const found = findFulfillmentOrder(shop, request.id);
  if (!found.ok) return found;
  const fulfillmentOrder = found.result;
  const initialStatus = fulfillmentOrder.status;
  if (initialStatus !== "open" && initialStatus !== "in_progress") {
    return refuse(
      "Cannot report progress on a fulfillment order in this state.",
      "FULFILLMENT_ORDER_STATUS_INVALID",
    );
  }
  return actInShop(shop, () => {
    fulfillmentOrder.progressReported = true;
    setStatus(shop, fulfillmentOrder, "in_progress");
    announce(shop, "fulfillment_orders/progress_reported", () => ({
      fulfillment_order: brief(fulfillmentOrder),
      progress_report: {
        reason_notes: request.reasonNotes ?? "",
        progress_reported_by_app: appOf(request.actor),
        progress_reported_by_user: null,
      },
      initial_status: initialStatus,
    }));
    return done(fulfillmentOrder);
  });
}

/** Opens a scheduled fulfillment order, or takes back reported progress. */
export function openFulfillmentOrder(
  shop: ShopState,
  request: { id: Id; actor: Actor | null },
): Outcome<FulfillmentOrder> {
  const found = findFulfillmentOrder(shop, request.id, null);
  if (!found.ok) return found;
  const fulfillmentOrder = found.result;
  const { status, progressReported } = fulfillmentOrder;
  const stopsProgress = status === "in_progress" && progressReported;
  if (status !== "scheduled" && !stopsProgress) {
    return refuse(`Expected fulfillment order status to be valid but it was ${status}.`);
  }
  return actInShop(shop, () => {
    fulfillmentOrder.progressReported = false;
    setStatus(shop, fulfillmentOrder, "open");
    if (stopsProgress) announceStop(shop, fulfillmentOrder, request.actor);
    return done(fulfillmentOrder);
  });
}

function announceStop(
  shop: ShopState,
  fulfillmentOrder: FulfillmentOrder,
  actor: Actor | null,
): void {
  announce(shop, "fulfillment_orders/manually_reported_progress_stopped", () => ({
    fulfillment_order: brief(fulfillmentOrder),
    progress_stopped_by_app: appOf(actor),
    progress_stopped_by_user: null,
  }));
}
