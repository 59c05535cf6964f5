import { createFulfillmentOrder } from "../fulfillment-orders/create.ts";
import { orderOf } from "../fulfillment-orders/find.ts";
import { returnUnits, unshipUnits } from "../inventory/commit-units.ts";
import { commitUnits } from "../inventory/commit-units.ts";
import { isStocked } from "../inventory/open-level.ts";
import { itemOf } from "../orders/assign-fulfillment-orders.ts";
import { rankedLocations } from "../orders/route-order.ts";
import { touchOrder } from "../orders/touch-order.ts";
import { actInShop, announce } from "../shop/events.ts";
import { nowIn } from "../shop/now.ts";
import { done, refuse, type Outcome } from "../shop/outcome.ts";
import type { Id, ShopState } from "../shop/state.ts";
import type { Fulfillment, FulfillmentLine } from "./fulfillment.ts";
import { fulfillmentPayload } from "./fulfillment-payload.ts";

/**
 * Takes a shipment back, as `fulfillmentCancel` does: its units return to stock and to new
 * fulfillment orders, at the original location while it stocks them, else by priority. A second
 * call succeeds and does nothing.
 */
export function cancelFulfillment(shop: ShopState, id: Id): Outcome<Fulfillment> {
  const fulfillment = shop.fulfillments.get(id);
  if (fulfillment === undefined) return refuse("Fulfillment not found.", null, ["id"]);
  if (fulfillment.status === "cancelled") return done(fulfillment);
  return actInShop(shop, () => {
    fulfillment.status = "cancelled";
    fulfillment.updatedAt = nowIn(shop);
    for (const [locationId, lines] of linesByNewLocation(shop, fulfillment)) {
      reopen(shop, fulfillment, locationId, lines);
    }
    announce(shop, "fulfillments/update", () => fulfillmentPayload(shop, fulfillment));
    touchOrder(shop, orderOf(shop, fulfillment));
    return done(fulfillment);
  });
}

function linesByNewLocation(shop: ShopState, fulfillment: Fulfillment): Map<Id, FulfillmentLine[]> {
  const groups = new Map<Id, FulfillmentLine[]>();
  for (const line of fulfillment.lines) {
    const locationId = newLocationOf(shop, fulfillment.locationId, itemOf(shop, line.lineItemId));
    groups.set(locationId, [...(groups.get(locationId) ?? []), line]);
  }
  return groups;
}

function newLocationOf(shop: ShopState, originalId: Id, itemId: Id): Id {
  const original = shop.locations.get(originalId);
  if (original?.active === true && isStocked(shop, itemId, originalId)) return originalId;
  return rankedLocations(shop).find(({ id }) => isStocked(shop, itemId, id))?.id ?? originalId;
}

function reopen(
  shop: ShopState,
  fulfillment: Fulfillment,
  locationId: Id,
  lines: readonly FulfillmentLine[],
): void {
  createFulfillmentOrder(shop, orderOf(shop, fulfillment), { locationId, lines: [...lines] });
  for (const { lineItemId, quantity } of lines) {
    const lineItem = shop.lineItems.get(lineItemId);
    if (lineItem !== undefined) lineItem.fulfilledQuantity -= quantity;
    if (locationId === fulfillment.locationId) {
      unshipUnits(shop, { lineItemId, locationId, quantity });
    } else {
      returnUnits(shop, { lineItemId, locationId: fulfillment.locationId, quantity });
      commitUnits(shop, { lineItemId, locationId, quantity });
    }
  }
}
