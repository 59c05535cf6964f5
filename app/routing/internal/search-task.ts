import type { AmountBounds } from "./allocate-units.ts";
import type { AllocationGoal } from "./allocate-within-limits.ts";
import type { Bound, Requirement } from "./bound-criterion.ts";
import type { Problem } from "./build-problem.ts";
import type { SitePlan } from "./criteria.ts";
import type { Effort } from "./effort.ts";
import type { Goal } from "./goal.ts";

export interface SearchTask {
  readonly problem: Problem;
  readonly required: Requirement;
  readonly goals: readonly Goal[];
  /** The goal to press as low as possible; null to stop at the first plan that meets all. */
  readonly objective: Goal | null;
  /** A plan already known that meets all goals: look for ties with it, too. Null if ties do not matter. */
  readonly rival: SitePlan | null;
  readonly allocation: AllocationGoal;
  readonly bounds: AmountBounds | null;
  readonly effort: Effort;
}

/** Sites decided to open, sites still undecided, and per goal what this already costs. */
export interface Node {
  readonly open: readonly number[];
  readonly pool: readonly number[];
  /** The newest bound on each goal; `base` leaves out what is paid once a site is open. */
  readonly bounds: readonly Bound[];
  /** Lower bounds on the goals' values, by reduced costs. */
  readonly low: readonly number[];
  /** Fixed parts of the open sites. */
  readonly paid: readonly number[];
}

/** Index of the goal that guides the search: the one it presses, or else the last. */
export function focusOf({ goals, objective }: SearchTask): number {
  return objective ? goals.indexOf(objective) : goals.length - 1;
}
