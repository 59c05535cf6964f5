import type { RememberedOrder } from "./batch-world.ts";
import { describeDecision } from "./describe-decision.ts";
import type { NewDecision, OrderResult } from "./order-result.ts";
import { PERSON_SETTLES, PLAN_SETTLES } from "./raise-for-decision.ts";

interface Decided {
  readonly known: RememberedOrder;
  /** What becomes of the order otherwise. */
  readonly unchanged: OrderResult;
}

/**
 * What becomes of an order by a new decision: its status, its timeline, and the tasks that go back,
 * all but the `kept` ones. `unchanged` is what became of it otherwise.
 */
export function applyDecision(
  { known, unchanged }: Decided,
  decision: NewDecision,
  kept: readonly { readonly taskId: string }[],
): OrderResult {
  const { plan, network, trigger, decisionId } = decision;
  const keepTaskIds = kept.map((task) => task.taskId);
  const hasOthers = known.liveTasks.length > kept.length;
  const { orderId } = known;
  const message = describeDecision(plan, network.network, trigger);
  const data = { decisionId, outcome: plan.outcome, parcels: plan.parcels.length, cost: plan.cost };
  return {
    ...unchanged,
    status: statusAfter(decision),
    answersRequest: true,
    decision,
    releasesStock: true,
    recall: hasOthers ? { keepTaskIds, reason: "the order was routed again" } : null,
    events: [...noteReview(known), { orderId, kind: "decided", message, data }],
  };
}

/** On record for good: later decisions of this order must not hold it again. */
function noteReview({ orderId, wasJustReviewed }: RememberedOrder): OrderResult["events"] {
  const message = "A person released our review hold in Shopify.";
  return wasJustReviewed ? [{ orderId, kind: "released", message }] : [];
}

function statusAfter({ plan }: NewDecision): string {
  switch (plan.outcome) {
    case "planned":
      return "routed";
    case "held":
      return "held";
    case "partial":
    case "unfillable":
      return "exception";
  }
}

/** A full plan settles what waited for one; a person's request settles what waited for a person. */
export function settledBy(
  known: RememberedOrder,
  { plan }: NewDecision,
  raised: OrderResult["exceptions"],
): OrderResult["resolves"] {
  const isAsked = known.rerouteRequested || known.sendToLocationId !== null;
  const mayClose = [...PLAN_SETTLES, ...(isAsked ? PERSON_SETTLES : [])];
  const queues = mayClose.filter((queue) => !raised.some((one) => one.queue === queue));
  const resolution = plan.outcome === "planned" ? "A plan was found." : "Routed again.";
  return { queues, resolution };
}
