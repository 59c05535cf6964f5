import { isStocked } from "../inventory/open-level.ts";
import { done, refuse, type Outcome } from "../shop/outcome.ts";
import type { Id, ShopState } from "../shop/state.ts";
import { allRemaining, chooseLines, type ChosenLine, type LineRequest } from "./choose-lines.ts";
import { findFulfillmentOrder } from "./find.ts";
import type { FulfillmentOrder } from "./fulfillment-order.ts";
import { moveFulfillmentOrder, type Move } from "./move.ts";
import { isActive } from "./status.ts";

const PROGRESS_REPORTED =
  "Cannot move a fulfillment order that has had progress reported. To move a fulfillment order " +
  "that has had progress reported, the fulfillment order must first be marked as open resolving " +
  "the ongoing progress state.";

export interface MoveRequest {
  id: Id;
  newLocationId: Id;
  /** Absent or empty: every unit that remains. */
  lines?: readonly LineRequest[] | null;
}

/**
 * Moves a fulfillment order, or part of it, as `fulfillmentOrderMove` does, with its refusals.
 * Only stocking is checked at the destination, never quantity: that is Shopify's behaviour.
 */
export function requestMove(shop: ShopState, request: MoveRequest): Outcome<Move> {
  const found = findFulfillmentOrder(shop, request.id, null);
  if (!found.ok) return found;
  const refusal = refusalToMove(shop, found.result, request.newLocationId);
  if (refusal !== null) return refusal;
  const chosen = chosenLines(found.result, request.lines ?? []);
  if (!chosen.ok) return chosen;
  if (!chosen.result.some((choice) => stocks(shop, choice, request.newLocationId))) {
    return refuse("None of the items are stocked at the new location.");
  }
  return done(moveFulfillmentOrder(shop, found.result, request.newLocationId, chosen.result));
}

function refusalToMove(shop: ShopState, fulfillmentOrder: FulfillmentOrder, destinationId: Id) {
  if (!isActive(fulfillmentOrder)) return refuse("Cannot change location.");
  if (fulfillmentOrder.progressReported) {
    return refuse(PROGRESS_REPORTED, "CANNOT_MOVE_FULFILLMENT_ORDER_WITH_REPORTED_PROGRESS", [
      "id",
    ]);
  }
  if (shop.locations.get(destinationId)?.active !== true) {
    return refuse("Location not found.", null, ["id"]);
  }
  if (fulfillmentOrder.locationId === destinationId) return refuse("Cannot change location.");
  return null;
}

function chosenLines(
  fulfillmentOrder: FulfillmentOrder,
  requested: readonly LineRequest[],
): Outcome<ChosenLine[]> {
  if (requested.length === 0) return done(allRemaining(fulfillmentOrder));
  return chooseLines(fulfillmentOrder, requested, null);
}

function stocks(shop: ShopState, { line }: ChosenLine, locationId: Id): boolean {
  const variantId = shop.lineItems.get(line.lineItemId)?.variantId;
  const variant = variantId === undefined ? undefined : shop.variants.get(variantId);
  return variant !== undefined && isStocked(shop, variant.inventoryItemId, locationId);
}
