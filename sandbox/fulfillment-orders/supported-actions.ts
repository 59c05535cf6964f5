import type { ShopState } from "../shop/state.ts";
import { fulfillmentOrdersOf, orderOf } from "./find.ts";
import type { FulfillmentOrder } from "./fulfillment-order.ts";
import { unitsRemaining } from "./status.ts";

/**
 * What may be done with a fulfillment order at a merchant's location, in Shopify's order, as
 * recorded traffic shows it. `mergeShown` is false for a direct `fulfillmentOrder(id)` read, where
 * Shopify leaves MERGE out.
 */
export function supportedActions(
  shop: ShopState,
  fulfillmentOrder: FulfillmentOrder,
  mergeShown: boolean,
): string[] {
  switch (fulfillmentOrder.status) {
    case "open":
      return openActions(shop, fulfillmentOrder, mergeShown);
    case "on_hold":
      return ["RELEASE_HOLD", "HOLD", "MOVE"];
    case "in_progress":
      return ["CREATE_FULFILLMENT", "REPORT_PROGRESS", "HOLD", "MARK_AS_OPEN"];
    case "scheduled":
      return ["MARK_AS_OPEN", "MOVE", "HOLD"];
    case "incomplete":
    case "closed":
    case "cancelled":
      return [];
  }
}

function openActions(
  shop: ShopState,
  fulfillmentOrder: FulfillmentOrder,
  mergeShown: boolean,
): string[] {
  const actions = ["CREATE_FULFILLMENT", "REPORT_PROGRESS", "MOVE", "HOLD"];
  if (unitsRemaining(fulfillmentOrder) > 1) actions.push("SPLIT");
  if (mergeShown && mergeable(shop, fulfillmentOrder).length > 0) actions.push("MERGE");
  return actions;
}

/** Open siblings of the same order, location and delivery method. */
export function mergeable(shop: ShopState, fulfillmentOrder: FulfillmentOrder): FulfillmentOrder[] {
  if (fulfillmentOrder.status !== "open") return [];
  return fulfillmentOrdersOf(shop, orderOf(shop, fulfillmentOrder)).filter(
    (sibling) =>
      sibling.id !== fulfillmentOrder.id &&
      sibling.status === "open" &&
      sibling.locationId === fulfillmentOrder.locationId &&
      sibling.deliveryMethod.type === fulfillmentOrder.deliveryMethod.type,
  );
}
