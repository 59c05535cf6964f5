import { ShopifyError } from "./errors.ts";
import type { PointsBudget, ThrottleStatus } from "./points-budget.ts";
import { assumeBudget, msUntilAdmitted, reservePoints, settlePoints } from "./points-budget.ts";

/** How a call waits for its turn. */
export interface Turn {
  /** A person is waiting: goes before background work, and may use what that leaves over. */
  readonly interactive?: boolean;
  /** May wait a minute, because giving up would cost more. */
  readonly patient?: boolean;
}

interface Caller {
  readonly cost: number;
  readonly interactive: boolean;
  readonly go: () => void;
}

interface Lane {
  budget: PointsBudget;
  waiting: Caller[];
  timer: NodeJS.Timeout | undefined;
}

/** A longer wait is better spent in the queue, where it holds no worker. */
const longestWaitMs = 10_000;
/** Work of many calls, which would have to begin again from the first. */
const longestPatientWaitMs = 60_000;

const lanes = new Map<string, Lane>();

/**
 * Waits until the shop's point budget admits a call of this requested cost: people first, then first
 * come, first served. Throws a `budget_spent` ShopifyError at once when that would take more than 10 s
 * (a minute if patient),
 * saying after how many seconds to come back.
 */
export async function takePoints(
  shopId: string,
  cost: number,
  { interactive = false, patient = false }: Turn = {},
): Promise<void> {
  const lane = laneOf(shopId);
  const waitMs = expectedWaitMs(lane, cost, interactive);
  if (waitMs > (patient ? longestPatientWaitMs : longestWaitMs))
    throw budgetSpent(shopId, waitMs / 1000);
  await new Promise<void>((go) => {
    const caller = { cost, interactive, go };
    const behindPeople = lane.waiting.findIndex((other) => !other.interactive);
    if (interactive && behindPeople >= 0) lane.waiting.splice(behindPeople, 0, caller);
    else lane.waiting.push(caller);
    admit(lane);
  });
}

/** Ends a call begun with `takePoints`; `status` is what Shopify's answer said of the budget. */
export function returnPoints(shopId: string, cost: number, status: ThrottleStatus | null): void {
  const lane = laneOf(shopId);
  lane.budget = settlePoints(lane.budget, cost, status, performance.now());
  admit(lane);
}

function budgetSpent(shopId: string, seconds: number): ShopifyError {
  return new ShopifyError(`The point budget of ${shopId} is spent.`, {
    code: "budget_spent",
    retry: "later",
    retryAfterSeconds: Math.max(1, Math.ceil(seconds)),
  });
}

/** Requests are charged less than they ask for, so this errs on the long side. */
function expectedWaitMs(lane: Lane, cost: number, interactive: boolean): number {
  const ahead = lane.waiting
    .filter((other) => other.interactive || !interactive)
    .reduce((sum, other) => sum + other.cost, 0);
  const queueMs = (ahead / lane.budget.restoreRate) * 1000;
  return queueMs + msUntilAdmitted(lane.budget, cost, interactive, performance.now());
}

function admit(lane: Lane): void {
  clearTimeout(lane.timer);
  lane.timer = undefined;
  let next = lane.waiting[0];
  while (next) {
    const waitMs = msUntilAdmitted(lane.budget, next.cost, next.interactive, performance.now());
    if (waitMs > 0) {
      lane.timer = setTimeout(() => admit(lane), waitMs);
      return;
    }
    lane.waiting.shift();
    lane.budget = reservePoints(lane.budget, next.cost);
    next.go();
    next = lane.waiting[0];
  }
}

function laneOf(shopId: string): Lane {
  let lane = lanes.get(shopId);
  if (!lane) {
    lane = { budget: assumeBudget(performance.now()), waiting: [], timer: undefined };
    lanes.set(shopId, lane);
  }
  return lane;
}
