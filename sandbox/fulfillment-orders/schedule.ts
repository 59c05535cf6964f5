import { actInShop, announce } from "../shop/events.ts";
import { nowIn } from "../shop/now.ts";
import { done, refuse, type Outcome } from "../shop/outcome.ts";
import type { Id, ShopState } from "../shop/state.ts";
import { findFulfillmentOrder } from "./find.ts";
import type { FulfillmentOrder } from "./fulfillment-order.ts";
import { brief } from "./payloads.ts";
import { setStatus } from "./status.ts";

/** Changes when a scheduled fulfillment order becomes ready. */
export function rescheduleFulfillmentOrder(
  shop: ShopState,
  request: { id: Id; fulfillAt: string },
): Outcome<FulfillmentOrder> {
  const found = findFulfillmentOrder(shop, request.id);
  if (!found.ok) return found;
  const fulfillmentOrder = found.result;
  if (fulfillmentOrder.status !== "scheduled") {
    return refuse("Fulfillment order must be scheduled.");
  }
  return actInShop(shop, () => {
    fulfillmentOrder.fulfillAt = request.fulfillAt;
    fulfillmentOrder.updatedAt = nowIn(shop);
    announce(shop, "fulfillment_orders/rescheduled", () => ({
      fulfillment_order: { ...brief(fulfillmentOrder), fulfill_at: fulfillmentOrder.fulfillAt },
    }));
    return done(fulfillmentOrder);
  });
}

/** Opens every scheduled fulfillment order whose time has come, as Shopify's clock does. */
export function openDueFulfillmentOrders(shop: ShopState): FulfillmentOrder[] {
  const now = shop.clock().getTime();
  const due = [...shop.fulfillmentOrders.values()].filter(
    ({ status, fulfillAt }) => status === "scheduled" && Date.parse(fulfillAt) <= now,
  );
  for (const fulfillmentOrder of due) {
    actInShop(shop, () => {
      setStatus(shop, fulfillmentOrder, "open");
      announce(shop, "fulfillment_orders/scheduled_fulfillment_order_ready", () => ({
        fulfillment_order: brief(fulfillmentOrder),
      }));
    });
  }
  return due;
}

/** Sets the time by which fulfillment orders must be shipped: all of them or none. */
export function setFulfillmentDeadline(
  shop: ShopState,
  request: { ids: readonly Id[]; deadline: string },
): Outcome<true> {
  const found = request.ids.map((id) => shop.fulfillmentOrders.get(id));
  if (found.includes(undefined) || found.length === 0) {
    return refuse("The fulfillment orders could not be found.", "FULFILLMENT_ORDERS_NOT_FOUND");
  }
  for (const fulfillmentOrder of found) {
    if (fulfillmentOrder === undefined) continue;
    fulfillmentOrder.fulfillBy = request.deadline;
    fulfillmentOrder.updatedAt = nowIn(shop);
  }
  return done(true);
}
