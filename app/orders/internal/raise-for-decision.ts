import type { Queue } from "#app/exceptions/queues.ts";
import type { NewException } from "#app/exceptions/raise-exception.server.ts";
import type { Decision } from "#app/routing/plan.ts";
import type { WantedLine } from "./build-snapshot.ts";
import type { OrderFacts } from "./describe-order.ts";
import { describeDecision } from "./describe-decision.ts";
import type { NewDecision } from "./order-result.ts";

/** Queues that a plan for every unit settles. */
export const PLAN_SETTLES: readonly Queue[] = [
  "no_location_fits",
  "backorder",
  "order_held",
  "risk_hold",
];

/** Queues in which only a person's word moves an order on. */
export const PERSON_SETTLES: readonly Queue[] = [
  "rejected_too_often",
  "pickup_failed",
  "address_problem",
];

/** Verdicts shown with an exception; the decision itself holds all of them. */
const MOST_VERDICTS = 50;

/** The exception a decision leaves, with what would wake it; none when every unit has a place. */
export function raiseForDecision(
  facts: OrderFacts,
  plan: Decision,
  lines: readonly WantedLine[],
  { network: { network }, snapshot }: Pick<NewDecision, "network" | "snapshot">,
): NewException[] {
  if (plan.outcome === "planned") return [];
  const { orderId, name } = facts;
  const queue = queueOf(facts, plan);
  const unfilled = new Set(plan.unfilled.map((row) => row.lineId));
  const items = lines.flatMap((line) =>
    unfilled.has(line.lineItemId) && line.inventoryItemId ? [line.inventoryItemId] : [],
  );
  const isStockMissing = queue === "no_location_fits" || queue === "backorder";
  const isCapacityLimited = Object.keys(snapshot.unitsLeftToday).length > 0;
  const wakeOn = isStockMissing
    ? [
        ...[...new Set(items)].map((id) => `stock_changed:${id}`),
        "location_reopened",
        ...(isCapacityLimited ? ["capacity_freed"] : []),
      ]
    : ["order_changed"];
  const evidence = {
    unfilled: plan.unfilled,
    relaxed: plan.relaxed,
    locations: plan.explanation.locations.slice(0, MOST_VERDICTS),
  };
  const summary = `${name}: ${describeDecision(plan, network, "")}`;
  const key = `${queue}:${orderId}`;
  return [{ queue, key, orderId, summary, evidence, wakeOn: [...wakeOn, "rule_published"] }];
}

function queueOf(facts: OrderFacts, plan: Decision): Queue {
  if (plan.outcome === "held") {
    return facts.tags.some((tag) => tag.startsWith("risk:")) ? "risk_hold" : "order_held";
  }
  return plan.unfilled.every((row) => row.reason === "backorder")
    ? "backorder"
    : "no_location_fits";
}
