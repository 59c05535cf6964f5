import type { OrderEventKind } from "../order-event-kinds.ts";
import type { RememberedOrder } from "./batch-world.ts";
import type { OrderResult } from "./order-result.ts";
import { PERSON_SETTLES, PLAN_SETTLES } from "./raise-for-decision.ts";

type Ending = "cancelled" | "fulfilled" | "waiting";

const WORDS: Readonly<Record<Ending, { message: string; recall: string }>> = {
  cancelled: { message: "Cancelled in Shopify.", recall: "the order was cancelled" },
  fulfilled: { message: "Everything is fulfilled.", recall: "Shopify has nothing left to ship" },
  waiting: {
    message: "Waiting for Shopify: nothing is to be shipped from a location at the moment.",
    recall: "Shopify asks for nothing at the moment",
  },
};

/** Lets go of an order that asks for no shipping: its tasks, its stock, its open questions. */
export function endOrder(
  unchanged: OrderResult,
  ending: Ending,
  known: RememberedOrder,
): OrderResult {
  const isNews = known.status !== ending;
  // Shopify makes fulfillment orders a moment after the order: that first wait is no news.
  const isFirstWait = ending === "waiting" && known.decision === null;
  const kind: OrderEventKind = ending === "waiting" ? "changed" : ending;
  const { message, recall } = WORDS[ending];
  return {
    ...unchanged,
    status: ending,
    answersRequest: ending !== "waiting",
    releasesStock: isNews && !isFirstWait,
    recall: known.liveTasks.length > 0 ? { keepTaskIds: [], reason: recall } : null,
    events: isNews && !isFirstWait ? [{ orderId: known.orderId, kind, message }] : [],
    resolves:
      ending === "waiting"
        ? null
        : {
            queues: [...PLAN_SETTLES, ...PERSON_SETTLES, "shopify_refused"],
            resolution: message,
          },
  };
}
