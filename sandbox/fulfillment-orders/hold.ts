import { actInShop, announce } from "../shop/events.ts";
import { newId } from "../shop/new-id.ts";
import { done, refuse, type Outcome } from "../shop/outcome.ts";
import type { Id, ShopState } from "../shop/state.ts";
import { allRemaining, chooseLines, takesAll } from "./choose-lines.ts";
import type { ChosenLine, LineRequest } from "./choose-lines.ts";
import { findFulfillmentOrder } from "./find.ts";
import type { Actor, FulfillmentOrder, Hold, HoldReason } from "./fulfillment-order.ts";
import { brief, briefHold, briefLines, gidOf } from "./payloads.ts";
import { takeApart } from "./split.ts";
import { isActive, setStatus } from "./status.ts";

const MAX_HOLDS_PER_APP = 10;
const MAX_HANDLE_LENGTH = 64;

export interface HoldRequest {
  id: Id;
  reason: HoldReason;
  reasonNotes?: string | null;
  externalId?: string | null;
  handle?: string | null;
  /** Absent or empty: the whole fulfillment order. */
  lines?: readonly LineRequest[] | null;
  heldBy: Actor | null;
}

export interface PlacedHold {
  hold: Hold;
  /** The held part: always the id that was asked for. */
  fulfillmentOrder: FulfillmentOrder;
  /** The new open sibling with the units left out of a partial hold. */
  remaining: FulfillmentOrder | null;
}

/**
 * Holds a fulfillment order or part of it, as `fulfillmentOrderHold` does: in a partial hold the
 * original id becomes the held part, and a new open fulfillment order takes the rest.
 */
export function holdFulfillmentOrder(shop: ShopState, request: HoldRequest): Outcome<PlacedHold> {
  const found = findFulfillmentOrder(shop, request.id);
  if (!found.ok) return found;
  const refusal = refusalToHold(found.result, request);
  if (refusal !== null) return refusal;
  const chosen = choosePart(found.result, request.lines ?? []);
  if (!chosen.ok) return chosen;
  return actInShop(shop, () => done(placeHold(shop, found.result, chosen.result, request)));
}

function refusalToHold(fulfillmentOrder: FulfillmentOrder, request: HoldRequest) {
  const handle = request.handle ?? "";
  if (!isActive(fulfillmentOrder)) {
    return refuse("Cannot place a fulfillment hold on a fulfillment order in this state.");
  }
  if (handle.length > MAX_HANDLE_LENGTH) {
    return refuse("Handle is too long (maximum is 64 characters)", null, [
      "fulfillmentHold",
      "handle",
    ]);
  }
  const own = fulfillmentOrder.holds.filter(
    ({ heldBy }) => heldBy?.appId === request.heldBy?.appId,
  );
  if (own.length >= MAX_HOLDS_PER_APP) {
    return refuse(
      "The maximum number of fulfillment holds for this fulfillment order has been reached for " +
        "this app. An app can only have up to 10 holds on a single fulfillment order at any one time.",
      "FULFILLMENT_ORDER_HOLD_LIMIT_REACHED",
    );
  }
  if (own.some((hold) => hold.handle === handle)) {
    return refuse(
      "The handle provided for the fulfillment hold is already in use by this app for another " +
        "hold on this fulfillment order.",
      "DUPLICATE_FULFILLMENT_HOLD_HANDLE",
      ["fulfillmentHold", "handle"],
    );
  }
  return null;
}

/** The units to hold; null means all. */
function choosePart(
  fulfillmentOrder: FulfillmentOrder,
  requested: readonly LineRequest[],
): Outcome<ChosenLine[] | null> {
  if (requested.length === 0) return done(null);
  if (new Set(requested.map(({ id }) => id)).size < requested.length) {
    return refuse(
      "The fulfillment order line items are not unique.",
      "DUPLICATED_FULFILLMENT_ORDER_LINE_ITEMS",
    );
  }
  if (requested.some(({ quantity }) => quantity <= 0)) {
    return refuse(
      "You must select at least one item to place on partial hold.",
      "GREATER_THAN_ZERO",
    );
  }
  if (fulfillmentOrder.status !== "open") {
    return refuse(
      "The fulfillment order is not in a splittable state.",
      "FULFILLMENT_ORDER_NOT_SPLITTABLE",
    );
  }
  const chosen = chooseLines(fulfillmentOrder, requested, "INVALID_LINE_ITEM_QUANTITY");
  return chosen.ok && takesAll(fulfillmentOrder, chosen.result) ? done(null) : chosen;
}

function placeHold(
  shop: ShopState,
  fulfillmentOrder: FulfillmentOrder,
  part: ChosenLine[] | null,
  request: HoldRequest,
): PlacedHold {
  const remaining = part === null ? null : leaveOutRest(shop, fulfillmentOrder, part);
  const hold: Hold = {
    id: newId(shop, "FulfillmentHold"),
    reason: request.reason,
    reasonNotes: request.reasonNotes ?? null,
    handle: request.handle ?? "",
    externalId: request.externalId ?? null,
    heldBy: request.heldBy,
  };
  fulfillmentOrder.holds.push(hold);
  setStatus(shop, fulfillmentOrder, "on_hold");
  announceHold(shop, { hold, fulfillmentOrder, remaining });
  return { hold, fulfillmentOrder, remaining };
}

function leaveOutRest(
  shop: ShopState,
  fulfillmentOrder: FulfillmentOrder,
  part: readonly ChosenLine[],
): FulfillmentOrder {
  const held = new Map(part.map(({ line, quantity }) => [line.id, quantity]));
  const rest = allRemaining(fulfillmentOrder)
    .map(({ line, quantity }) => ({ line, quantity: quantity - (held.get(line.id) ?? 0) }))
    .filter(({ quantity }) => quantity > 0);
  const sibling = takeApart(shop, fulfillmentOrder, rest);
  fulfillmentOrder.heldApartFromId = sibling.id;
  return sibling;
}

function announceHold(shop: ShopState, placed: PlacedHold): void {
  const { hold, fulfillmentOrder, remaining } = placed;
  if (fulfillmentOrder.holds.length === 1) {
    announce(shop, "fulfillment_orders/placed_on_hold", () => ({
      fulfillment_order: {
        ...brief(fulfillmentOrder),
        fulfillment_holds: fulfillmentOrder.holds.map(briefHold),
      },
      remaining_fulfillment_order: remaining === null ? null : brief(remaining),
      held_fulfillment_order_line_items: briefLines(allRemaining(fulfillmentOrder)),
      created_fulfillment_hold: briefHold(hold),
    }));
  }
  announce(shop, "fulfillment_holds/added", () => ({
    fulfillment_order: { id: gidOf("FulfillmentOrder", fulfillmentOrder.id) },
    fulfillment_hold: briefHold(hold),
  }));
}
