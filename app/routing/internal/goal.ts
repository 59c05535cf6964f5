import type { Bound } from "./bound-criterion.ts";
import type { Criterion } from "./criteria.ts";

/** A criterion whose value may not exceed `limit`, and what a bound knows about it. */
export interface Goal {
  readonly criterion: Criterion;
  readonly bound: Bound;
  limit: number;
}

/** Bounds are sums of doubles over whole numbers; a plan must be worse by more than their error. */
const ROUNDING = 1e-3;
const RELATIVE_ROUNDING = 1e-12;

/** Would a plan with this lower bound break the goal? Values are whole numbers. */
export function exceeds(goal: Goal, low: number): boolean {
  return low - goal.limit > ROUNDING + Math.abs(goal.limit) * RELATIVE_ROUNDING;
}

/** Do the fixed parts of the open sites, the last of them `site`, break the goal already? */
export function exceedsPaid(goal: Goal, paid: number, site: number): boolean {
  if (goal.criterion.kind === "max") return goal.criterion.fixed[site]! > goal.limit;
  return goal.criterion.unit === null && paid > goal.limit;
}

/** Could a plan that opens this site alone meet the goal, as far as the bound knows? */
export function fitsAlone(goal: Goal, site: number): boolean {
  const { criterion, bound } = goal;
  if (exceeds(goal, bound.base + Math.max(0, bound.reduced[site]!))) return false;
  return !exceedsPaid(goal, criterion.fixed[site]!, site);
}
