import { commitUnits, uncommitUnits } from "../inventory/commit-units.ts";
import { actInShop, announce } from "../shop/events.ts";
import type { Id, ShopState } from "../shop/state.ts";
import { allRemaining, asNewLines, takeUnits, takesAll, type ChosenLine } from "./choose-lines.ts";
import { createFulfillmentOrder } from "./create.ts";
import { fulfillmentOrdersOf, orderOf } from "./find.ts";
import type { FulfillmentOrder } from "./fulfillment-order.ts";
import { briefLines, briefWithLocation, gidOf } from "./payloads.ts";
import { closeEmptied, isActive, setStatus, unitsRemaining } from "./status.ts";

export interface Move {
  moved: FulfillmentOrder;
  original: FulfillmentOrder;
  /** Null when the whole fulfillment order moved. */
  remaining: FulfillmentOrder | null;
}

/**
 * Moves units to another location; `chosen` null means all that remain. No check is made here: see
 * `requestMove`. Stock follows, and may go negative at the destination.
 *
 * Shopify's contract on ids: all units moved keep the fulfillment order's id; a part gets a new
 * fulfillment order with new line ids; and where the destination already has an active fulfillment
 * order of the same order, both sets of lines are recreated in a new one and the old one closes.
 */
export function moveFulfillmentOrder(
  shop: ShopState,
  original: FulfillmentOrder,
  destinationId: Id,
  chosen: ChosenLine[] | null,
): Move {
  return actInShop(shop, () => {
    const sourceId = original.locationId;
    const units = chosen ?? allRemaining(original);
    const requested = briefLines(units);
    moveStock(shop, units, sourceId, destinationId);
    const move = reassign(shop, original, destinationId, units);
    announce(shop, "fulfillment_orders/moved", () => ({
      original_fulfillment_order: briefWithLocation(move.original),
      moved_fulfillment_order: briefWithLocation(move.moved),
      destination_location_id: gidOf("Location", destinationId),
      fulfillment_order_line_items_requested: requested,
      source_location: { id: gidOf("Location", sourceId) },
    }));
    return move;
  });
}

function moveStock(shop: ShopState, units: ChosenLine[], sourceId: Id, destinationId: Id): void {
  for (const { line, quantity } of units) {
    uncommitUnits(shop, { lineItemId: line.lineItemId, locationId: sourceId, quantity });
    commitUnits(shop, { lineItemId: line.lineItemId, locationId: destinationId, quantity });
  }
}

function reassign(
  shop: ShopState,
  original: FulfillmentOrder,
  destinationId: Id,
  units: ChosenLine[],
): Move {
  const resident = residentAt(shop, original, destinationId);
  const movesWhole = takesAll(original, units) && nothingFulfilled(original);
  if (movesWhole && resident === undefined) {
    original.locationId = destinationId;
    setStatus(shop, original, original.status);
    return { moved: original, original, remaining: null };
  }
  const lines = asNewLines(units);
  const moved = createFulfillmentOrder(shop, orderOf(shop, original), {
    locationId: destinationId,
    lines: resident === undefined ? lines : [...lines, ...asNewLines(allRemaining(resident))],
    deliveryMethod: original.deliveryMethod,
    fulfillAt: original.fulfillAt,
    fulfillBy: original.fulfillBy,
  });
  if (resident !== undefined) closeEmptied(shop, resident);
  takeUnits(original, units);
  setStatus(shop, original, unitsRemaining(original) === 0 ? "closed" : original.status);
  return { moved, original, remaining: movesWhole ? null : original };
}

function nothingFulfilled(fulfillmentOrder: FulfillmentOrder): boolean {
  return fulfillmentOrder.lines.every((line) => line.totalQuantity === line.remainingQuantity);
}

/** An open sibling at the destination, free to be recreated: no hold, no progress, nothing shipped. */
function residentAt(
  shop: ShopState,
  moving: FulfillmentOrder,
  locationId: Id,
): FulfillmentOrder | undefined {
  if (moving.holds.length > 0) return undefined;
  return fulfillmentOrdersOf(shop, orderOf(shop, moving)).find(
    (sibling) =>
      sibling.id !== moving.id &&
      sibling.locationId === locationId &&
      isActive(sibling) &&
      sibling.status === "open" &&
      sibling.deliveryMethod.type === moving.deliveryMethod.type &&
      nothingFulfilled(sibling),
  );
}
