import { buildWorld } from "./internal/build-world.ts";
import { decideOrder } from "./internal/decide-order.ts";
import {
  costPlan,
  countDays,
  describeParcels,
  describeProof,
  describeUnfilled,
} from "./internal/describe-plan.ts";
import { limitEffort } from "./internal/effort.ts";
import { explainRuling } from "./internal/explain-ruling.ts";
import { formatMoney } from "./internal/money.ts";
import type { Decision } from "./plan.ts";
import type { Snapshot } from "./snapshot.ts";

export interface RouteOptions {
  /** Milliseconds since the search began. Without a clock only `maxNodes` bounds the search. */
  readonly elapsedMs?: () => number;
  /** When the clock passes this, the best plan so far is returned with a proven bound. */
  readonly deadlineMs?: number;
  /** Search nodes after which the same happens, whatever the clock. */
  readonly maxNodes?: number;
  /** Called once the plan and its proof stand and before they are explained; for measuring. */
  readonly onPlanned?: () => void;
}

const DEADLINE_MS = 50;
const MAX_NODES = 50_000;

/**
 * Decides which locations ship an order: the best plan by the merchant's priorities among all plans
 * the merchant's guardrails allow, proven to be so, with its reasons. Pure: the same snapshot gives
 * the same decision. Throws only on a snapshot that names an item or service it does not hold.
 */
export function routeOrder(snapshot: Snapshot, options: RouteOptions = {}): Decision {
  const { deadlineMs = DEADLINE_MS, maxNodes = MAX_NODES, elapsedMs } = options;
  const effort = limitEffort(maxNodes, deadlineMs, elapsedMs);
  const ruling = decideOrder(buildWorld(snapshot), effort);
  const { problem, best } = ruling;
  const decided = {
    orderId: snapshot.order.id,
    outcome: ruling.outcome,
    lane: ruling.lane,
    cost: best && formatMoney(costPlan(problem, best.plan)),
    deliveryDays: best && countDays(problem, best.plan),
    parcels: best ? describeParcels(problem, best.plan) : [],
    unfilled: describeUnfilled(ruling),
    proof: describeProof(ruling, effort),
    relaxed: ruling.relaxed,
  };
  options.onPlanned?.();
  return { ...decided, explanation: explainRuling(ruling) };
}
