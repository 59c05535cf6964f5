import type { LiveFulfillmentOrder } from "#app/shopify/live-order.ts";
import { chooseMove } from "./choose-move.ts";
import type { Placement } from "./compare-placement.ts";
import type { Step } from "./step.ts";

/** The handle that marks Backroom's own review hold on a fulfillment order. */
export const REVIEW_HOLD = "backroom-review";

/**
 * The difference between what stands and what was planned, as Shopify's next single mutation. Units
 * nobody planned stay where they are. Holds come off before anything moves and go on in place.
 */
export function nextStep(
  fulfillmentOrders: readonly LiveFulfillmentOrder[],
  target: Placement,
  holdsForReview: boolean,
): Step {
  if (holdsForReview) return nextHold(fulfillmentOrders);
  return nextRelease(fulfillmentOrders) ?? chooseMove(fulfillmentOrders, target);
}

function nextHold(fulfillmentOrders: readonly LiveFulfillmentOrder[]): Step {
  const unheld = fulfillmentOrders.find((one) => listOurHolds(one).length === 0);
  if (!unheld) return { kind: "none" };
  const fulfillmentOrderId = unheld.id;
  if (unheld.supportedActions.includes("HOLD")) return { kind: "hold", fulfillmentOrderId };
  return { kind: "blocked", fulfillmentOrderId, needs: "HOLD" };
}

function nextRelease(fulfillmentOrders: readonly LiveFulfillmentOrder[]): Step | null {
  const held = fulfillmentOrders.find((one) => listOurHolds(one).length > 0);
  if (!held) return null;
  const fulfillmentOrderId = held.id;
  if (!held.supportedActions.includes("RELEASE_HOLD")) {
    return { kind: "blocked", fulfillmentOrderId, needs: "RELEASE_HOLD" };
  }
  return { kind: "release", fulfillmentOrderId, holdIds: listOurHolds(held) };
}

function listOurHolds(one: LiveFulfillmentOrder): string[] {
  return one.holds.filter((hold) => hold.heldByRequestingApp).map((hold) => hold.id);
}
