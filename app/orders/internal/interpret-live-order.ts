import type { DeliveryMethod } from "#app/routing/ruleset.ts";
import type { LiveFulfillmentOrder, LiveOrder } from "#app/shopify/live-order.ts";
import type { StandingUnits } from "./order-units.ts";

/** What an order read from Shopify means for routing. */
export type LiveReading =
  | { readonly state: "cancelled" }
  /** Nothing is left to ship, or nothing that is ours to route. */
  | { readonly state: "fulfilled" }
  /** Shopify has not made its fulfillment orders yet, or they are not ours to route now. */
  | { readonly state: "waiting" }
  | {
      readonly state: "open";
      readonly deliveryMethod: DeliveryMethod;
      readonly standing: readonly StandingUnits[];
      readonly fulfillmentOrders: readonly LiveFulfillmentOrder[];
      /** A hold of somebody else's on any of them: its reason; null when there is none. */
      readonly foreignHold: string | null;
      readonly isHeldByUs: boolean;
    };

const METHODS: Readonly<Record<string, DeliveryMethod>> = {
  SHIPPING: "shipping",
  PICKUP_POINT: "shipping",
  LOCAL: "local",
  PICK_UP: "pickup",
};
const OPEN_STATUSES = new Set(["OPEN", "IN_PROGRESS", "ON_HOLD"]);

/**
 * Reads an order's state from its fulfillment orders. Those a fulfilment service has been asked for,
 * those without delivery (gift cards) and point-of-sale ones are left alone. Where an order mixes
 * delivery methods, the shipped part is routed and the rest stays where it stands.
 */
export function interpretLiveOrder(live: LiveOrder): LiveReading {
  if (live.cancelledAt) return { state: "cancelled" };
  const routable = live.fulfillmentOrders.filter(isRoutable);
  if (routable.length === 0) return { state: isOver(live) ? "fulfilled" : "waiting" };
  const methods = routable.map(methodOf);
  const deliveryMethod = methods.includes("shipping") ? "shipping" : methods[0]!;
  const fulfillmentOrders = routable.filter((one) => methodOf(one) === deliveryMethod);
  const holds = fulfillmentOrders.flatMap((one) => one.holds);
  return {
    state: "open",
    deliveryMethod,
    fulfillmentOrders,
    standing: fulfillmentOrders.flatMap(listStanding),
    foreignHold: holds.find((hold) => !hold.heldByRequestingApp)?.reason ?? null,
    isHeldByUs: holds.some((hold) => hold.heldByRequestingApp),
  };
}

function isRoutable(one: LiveFulfillmentOrder): boolean {
  return (
    OPEN_STATUSES.has(one.status) &&
    one.requestStatus === "UNSUBMITTED" &&
    one.assignedLocationId !== null &&
    (one.deliveryMethodType === null || one.deliveryMethodType in METHODS) &&
    one.lines.some((line) => line.remainingQuantity > 0)
  );
}

function methodOf(one: LiveFulfillmentOrder): DeliveryMethod {
  return METHODS[one.deliveryMethodType ?? "SHIPPING"]!;
}

function isOver(live: LiveOrder): boolean {
  const { fulfillmentOrders } = live;
  const ended = fulfillmentOrders.every(
    ({ status }) => status === "CLOSED" || status === "CANCELLED",
  );
  return live.displayFulfillmentStatus === "FULFILLED" || (fulfillmentOrders.length > 0 && ended);
}

function listStanding(one: LiveFulfillmentOrder): StandingUnits[] {
  return one.lines
    .filter((line) => line.remainingQuantity > 0)
    .map((line) => ({
      lineItemId: line.lineItemId,
      inventoryItemId: line.inventoryItemId,
      locationId: one.assignedLocationId!,
      units: line.remainingQuantity,
    }));
}
