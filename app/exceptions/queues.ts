/** What a person can do about an exception; each is a button. */
export type ExceptionAction = "route_again" | "send_to" | "mark_known" | "replay";

export type Queue =
  | "locked_out"
  | "no_location_fits"
  | "stock_mismatch"
  | "not_accepted_in_time"
  | "late_pick"
  | "risk_hold"
  | "rejected_too_often"
  | "address_problem"
  | "shopify_refused"
  | "sync_drift"
  | "dead_letter"
  | "pilot_stopped"
  | "pickup_failed"
  | "backorder"
  | "order_held";

export interface QueueMeaning {
  /** The queue's name on screen. */
  readonly label: string;
  /** Why things land here, in one sentence. */
  readonly explanation: string;
  /** What usually settles it. */
  readonly recommended: string;
  readonly actions: readonly ExceptionAction[];
  /** Hours until a person should have looked; counted from the moment it was raised. */
  readonly dueInHours: number;
  /** 1 first, 3 last. */
  readonly priority: 1 | 2 | 3;
}

/** Every queue, in the order a morning's work goes through them. */
export const queues: Readonly<Record<Queue, QueueMeaning>> = {
  locked_out: {
    label: "No access to Shopify",
    explanation:
      "Shopify no longer lets Backroom do its work in this shop. Nothing is lost; it waits.",
    recommended: "Open the app as the owner and grant what it asks for; it goes on by itself.",
    actions: ["mark_known"],
    dueInHours: 1,
    priority: 1,
  },
  pickup_failed: {
    label: "Pickup failed",
    explanation:
      "The store cannot hand over a pickup order. It is never turned into a shipment without asking.",
    recommended: "Call the customer: another store, a shipment, or a refund.",
    actions: ["send_to", "route_again", "mark_known"],
    dueInHours: 2,
    priority: 1,
  },
  late_pick: {
    label: "Accepted but not packed",
    explanation: "A store accepted the task and its deadline has passed without a packed parcel.",
    recommended: "Call the store. If nobody is on it, take the task back.",
    actions: ["route_again", "send_to", "mark_known"],
    dueInHours: 2,
    priority: 1,
  },
  not_accepted_in_time: {
    label: "Not accepted in time",
    explanation: "No store accepted the task before its deadline, and it cannot move on by itself.",
    recommended: "Call the store, or send the order to one you know is staffed.",
    actions: ["send_to", "route_again", "mark_known"],
    dueInHours: 4,
    priority: 1,
  },
  no_location_fits: {
    label: "No location fits",
    explanation: "No location that may ship these items has them, however the order is split.",
    recommended:
      "Wait for stock, send it somewhere against the rules, or relax a rule and route again.",
    actions: ["route_again", "send_to", "mark_known"],
    dueInHours: 4,
    priority: 1,
  },
  rejected_too_often: {
    label: "Rejected, needs a person",
    explanation:
      "Stores rejected this order more often than your limit allows, or for a reason that asks for a person.",
    recommended: "Check that the item exists, then send it to a warehouse.",
    actions: ["send_to", "route_again", "mark_known"],
    dueInHours: 4,
    priority: 1,
  },
  shopify_refused: {
    label: "Shopify refused",
    explanation: "Shopify did not accept a change this order needs; its own words are below.",
    recommended: "Mend what Shopify names, then route again.",
    actions: ["route_again", "send_to", "mark_known"],
    dueInHours: 4,
    priority: 1,
  },
  risk_hold: {
    label: "Risk hold",
    explanation: "The order waits because its risk of fraud is high.",
    recommended: "Review the payment in Shopify; the order goes on when the risk is cleared.",
    actions: ["route_again", "mark_known"],
    dueInHours: 8,
    priority: 2,
  },
  order_held: {
    label: "Held for review",
    explanation: "One of your guardrails holds the order until a person has looked.",
    recommended: "Review it. Send it to a location to let it go on.",
    actions: ["send_to", "route_again", "mark_known"],
    dueInHours: 8,
    priority: 2,
  },
  address_problem: {
    label: "Address problem",
    explanation: "The parcel cannot be sent to the address as it stands.",
    recommended: "Correct the address in Shopify, then route the order again.",
    actions: ["route_again", "send_to", "mark_known"],
    dueInHours: 8,
    priority: 2,
  },
  stock_mismatch: {
    label: "Stock mismatch",
    explanation: "A store found something else on the shelf than the system says.",
    recommended: "Count the item at that store and correct the stock in Shopify.",
    actions: ["route_again", "send_to", "mark_known"],
    dueInHours: 24,
    priority: 2,
  },
  backorder: {
    label: "Backorder",
    explanation: "The order waits for stock that is on its way.",
    recommended: "Nothing while the date holds; it is routed the moment stock arrives.",
    actions: ["route_again", "send_to", "mark_known"],
    dueInHours: 72,
    priority: 3,
  },
  pilot_stopped: {
    label: "Pilot stopped itself",
    explanation:
      "Stores rejected more of a pilot's orders than you allowed, so it ended by itself.",
    recommended: "Read the pilot's report under Rules, then change its draft or drop it.",
    actions: ["mark_known"],
    dueInHours: 24,
    priority: 2,
  },
  sync_drift: {
    label: "Stock drifted",
    explanation: "Our copy of the stock differed from Shopify's. It was repaired on the spot.",
    recommended: "Nothing, unless it returns: then see which app changes stock in bulk.",
    actions: ["mark_known"],
    dueInHours: 24,
    priority: 3,
  },
  dead_letter: {
    label: "Could not be processed",
    explanation: "Background work failed again and again, and was set aside with its cause.",
    recommended: "Replay it once the cause is gone.",
    actions: ["replay", "mark_known"],
    dueInHours: 24,
    priority: 2,
  },
};

export const queueNames = Object.keys(queues) as Queue[];

/** True when the text names a queue; for addresses and forms. */
export function isQueue(text: string): text is Queue {
  return Object.hasOwn(queues, text);
}
