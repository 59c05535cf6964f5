import { actInShop, announce } from "../shop/events.ts";
import { newId } from "../shop/new-id.ts";
import { nowIn } from "../shop/now.ts";
import { done, refuse, type Outcome } from "../shop/outcome.ts";
import type { Id, ShopState } from "../shop/state.ts";
import type { Fulfillment, FulfillmentEvent, Tracking } from "./fulfillment.ts";
import { fulfillmentPayload } from "./fulfillment-payload.ts";

/** Replaces a shipment's tracking. */
export function updateTracking(
  shop: ShopState,
  id: Id,
  tracking: Tracking[],
): Outcome<Fulfillment> {
  const fulfillment = shop.fulfillments.get(id);
  if (fulfillment === undefined) {
    return refuse("Fulfillment does not exist.", null, ["fulfillmentId"]);
  }
  return actInShop(shop, () => {
    fulfillment.tracking = tracking;
    touch(shop, fulfillment);
    return done(fulfillment);
  });
}

/** Adds a carrier event, such as IN_TRANSIT or DELIVERED (upper-case, as the API names them). */
export function addEvent(
  shop: ShopState,
  id: Id,
  event: { status: string; message: string | null; happenedAt: string | null },
): Outcome<FulfillmentEvent> {
  const fulfillment = shop.fulfillments.get(id);
  if (fulfillment === undefined) {
    return refuse("Fulfillment does not exist.", null, ["fulfillmentEvent", "fulfillmentId"]);
  }
  return actInShop(shop, () => {
    const createdAt = nowIn(shop);
    const made: FulfillmentEvent = {
      id: newId(shop, "FulfillmentEvent"),
      status: event.status,
      message: event.message,
      happenedAt: event.happenedAt ?? createdAt,
      createdAt,
    };
    fulfillment.events.push(made);
    touch(shop, fulfillment);
    return done(made);
  });
}

function touch(shop: ShopState, fulfillment: Fulfillment): void {
  fulfillment.updatedAt = nowIn(shop);
  announce(shop, "fulfillments/update", () => fulfillmentPayload(shop, fulfillment));
}
