import { createFulfillment } from "../fulfillments/create-fulfillment.ts";
import type { Fulfillment } from "../fulfillments/fulfillment.ts";
import { insist } from "../shop/outcome.ts";
import type { Id, ShopState } from "../shop/state.ts";
import type { LineRequest } from "./choose-lines.ts";
import type { FulfillmentOrder, HoldReason } from "./fulfillment-order.ts";
import { holdFulfillmentOrder, type PlacedHold } from "./hold.ts";
import type { Move } from "./move.ts";
import { releaseHolds } from "./release-hold.ts";
import { requestMove } from "./request-move.ts";

/** What a person in the admin may do behind the app's back. Each throws when Shopify refuses. */
export function moveAsStaff(
  shop: ShopState,
  request: { id: Id; newLocationId: Id; lines?: LineRequest[] },
): Move {
  return insist(requestMove(shop, request));
}

export function holdAsStaff(
  shop: ShopState,
  request: { id: Id; reason?: HoldReason; reasonNotes?: string; lines?: LineRequest[] },
): PlacedHold {
  return insist(holdFulfillmentOrder(shop, { reason: "other", ...request, heldBy: null }));
}

export function releaseAsStaff(shop: ShopState, id: Id): FulfillmentOrder {
  return insist(releaseHolds(shop, { id }));
}

export function fulfilAsStaff(
  shop: ShopState,
  request: { id: Id; lines?: LineRequest[]; trackingNumber?: string },
): Fulfillment {
  const { id, lines, trackingNumber } = request;
  const tracking =
    trackingNumber === undefined ? [] : [{ company: "UPS", number: trackingNumber, url: null }];
  return insist(createFulfillment(shop, { parts: [{ id, lines: lines ?? null }], tracking }));
}
