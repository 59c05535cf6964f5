/** What Shopify says of a shop's budget with every answer (`extensions.cost.throttleStatus`). */
export interface ThrottleStatus {
  readonly maximumAvailable: number;
  readonly currentlyAvailable: number;
  readonly restoreRate: number;
}

/** Our picture of a shop's leaky bucket of query points. Times are ms of any steady clock. */
export interface PointsBudget extends ThrottleStatus {
  readonly seenAt: number;
  /** Points asked for by requests under way. */
  readonly reserved: number;
}

/** Background work leaves this share of the bucket for people who wait for a page. */
const keptForPeople = 0.2;

/** Before the first answer: the Standard plan's figures, the smallest there are. */
export function assumeBudget(now: number): PointsBudget {
  const status = { maximumAvailable: 2000, currentlyAvailable: 2000, restoreRate: 100 };
  return { ...status, seenAt: now, reserved: 0 };
}

/**
 * Ms until a request asking for `cost` points is admitted: Shopify admits by requested cost, what
 * requests under way asked for counts as spent. 0 when it may go now.
 */
export function msUntilAdmitted(
  budget: PointsBudget,
  cost: number,
  interactive: boolean,
  now: number,
): number {
  const usable = Math.min(cost, budget.maximumAvailable);
  const floor = interactive ? 0 : keptForPeople * budget.maximumAvailable;
  const needed = Math.min(usable + floor, budget.maximumAvailable) + budget.reserved;
  const missing = needed - availableAt(budget, now);
  return missing <= 0 ? 0 : Math.ceil((missing / budget.restoreRate) * 1000);
}

/** Points in the bucket now, refilled since it was last seen. */
function availableAt(budget: PointsBudget, now: number): number {
  const restored = ((now - budget.seenAt) / 1000) * budget.restoreRate;
  return Math.min(budget.maximumAvailable, budget.currentlyAvailable + restored);
}

/** A request is sent. */
export function reservePoints(budget: PointsBudget, cost: number): PointsBudget {
  return { ...budget, reserved: budget.reserved + cost };
}

/** A request ended; `status` is what its answer said, null without an answer. */
export function settlePoints(
  budget: PointsBudget,
  cost: number,
  status: ThrottleStatus | null,
  now: number,
): PointsBudget {
  const reserved = Math.max(0, budget.reserved - cost);
  return status ? { ...status, seenAt: now, reserved } : { ...budget, reserved };
}
