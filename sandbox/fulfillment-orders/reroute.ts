import { rankedLocations, routeNatively } from "../orders/route-order.ts";
import { itemOf } from "../orders/assign-fulfillment-orders.ts";
import { actInShop } from "../shop/events.ts";
import { done, refuse, type Outcome } from "../shop/outcome.ts";
import type { Id, ShopState } from "../shop/state.ts";
import { allRemaining, type ChosenLine } from "./choose-lines.ts";
import { orderOf } from "./find.ts";
import type { FulfillmentOrder } from "./fulfillment-order.ts";
import { moveFulfillmentOrder } from "./move.ts";

export interface RerouteRequest {
  ids: readonly Id[];
  includedLocationIds: readonly Id[] | null;
  excludedLocationIds: readonly Id[];
}

/**
 * Applies the native rules again, as `fulfillmentOrdersReroute` does; it may undo an app's choice.
 * Its answer was never recorded: that only moved fulfillment orders are listed is our reading.
 */
export function rerouteFulfillmentOrders(
  shop: ShopState,
  request: RerouteRequest,
): Outcome<FulfillmentOrder[]> {
  const checked = checkMembers(shop, request.ids);
  if (!checked.ok) return checked;
  const candidates = rankedLocations(shop).filter(
    ({ id }) =>
      !request.excludedLocationIds.includes(id) &&
      (request.includedLocationIds === null || request.includedLocationIds.includes(id)),
  );
  if (rankedLocations(shop).length < 2) {
    return refuse(
      "This feature is only supported for multi-location shops.",
      "SINGLE_LOCATION_SHOP_NOT_SUPPORTED",
    );
  }
  if (candidates.length === 0) {
    return refuse(
      "Cannot reassign location for fulfillment orders.",
      "CANNOT_REASSIGN_LOCATION_FOR_FULFILLMENT_ORDERS",
    );
  }
  return actInShop(shop, () =>
    done(checked.result.flatMap((member) => reroute(shop, member, candidates))),
  );
}

function checkMembers(shop: ShopState, ids: readonly Id[]): Outcome<FulfillmentOrder[]> {
  if (ids.length === 0) {
    return refuse("No fulfillment order IDs were provided.", "NO_FULFILLMENT_ORDER_IDS");
  }
  const members = ids.flatMap((id) => shop.fulfillmentOrders.get(id) ?? []);
  if (members.length < ids.length) {
    return refuse("Fulfillment order could not be found.", "FULFILLMENT_ORDER_NOT_FOUND");
  }
  if (new Set(members.map(({ orderId }) => orderId)).size > 1) {
    return refuse(
      "Fulfillment orders are not from the same order.",
      "FULFILLMENT_ORDERS_NOT_FROM_THE_SAME_ORDER",
    );
  }
  if (new Set(members.map(({ locationId }) => locationId)).size > 1) {
    return refuse(
      "Fulfillment orders must belong to the same location.",
      "FULFILLMENT_ORDERS_MUST_BELONG_TO_SAME_LOCATION",
    );
  }
  return checkStates(members);
}

function checkStates(members: FulfillmentOrder[]): Outcome<FulfillmentOrder[]> {
  if (members.some(({ progressReported }) => progressReported)) {
    return refuse(
      "Cannot move a fulfillment order that has progress reported.",
      "CANNOT_MOVE_FULFILLMENT_ORDER_WITH_REPORTED_PROGRESS",
    );
  }
  if (members.some(({ status }) => status !== "open")) {
    return refuse(
      "All fulfillment orders must have status and request status compatible with reroutable states.",
      "FULFILLMENT_ORDERS_STATE_NOT_SUPPORTED",
    );
  }
  if (members.some(({ deliveryMethod }) => deliveryMethod.type !== "shipping")) {
    return refuse(
      "The delivery method type is not supported.",
      "DELIVERY_METHOD_TYPE_NOT_SUPPORTED",
    );
  }
  return done(members);
}

function reroute(
  shop: ShopState,
  member: FulfillmentOrder,
  candidates: ReturnType<typeof rankedLocations>,
): FulfillmentOrder[] {
  const units = allRemaining(member);
  const lines = units.map(({ line, quantity }) => ({
    lineItemId: line.lineItemId,
    itemId: itemOf(shop, line.lineItemId),
    quantity,
  }));
  const groups = routeNatively(shop, lines, orderOf(shop, member).destination, candidates);
  return groups
    .filter(({ locationId }) => locationId !== member.locationId)
    .map(({ locationId, lines: chosen }) => {
      const wanted = new Set(chosen.map(({ lineItemId }) => lineItemId));
      const part: ChosenLine[] = allRemaining(member).filter(({ line }) =>
        wanted.has(line.lineItemId),
      );
      return moveFulfillmentOrder(shop, member, locationId, part).moved;
    });
}
