import type { Problem } from "./build-problem.ts";
import { measurePlan, type SitePlan } from "./criteria.ts";
import type { Goal } from "./goal.ts";

/** Do two plans use the same sites? Both lists are in id order. */
export function areSame(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((site, at) => site === b[at]);
}

/** Could an open site that went without units be given some and every goal still be met? */
export function couldUseMore(
  { problem, goals }: { readonly problem: Problem; readonly goals: readonly Goal[] },
  open: readonly number[],
  plan: SitePlan,
): boolean {
  return open.some(
    (site) =>
      !plan.sites.includes(site) &&
      goals.every(({ criterion, limit }) => {
        const value = measurePlan(problem, criterion, plan);
        // One parcel more may save as much on weight steps as it costs.
        const saves = criterion.unit === problem.unitCost && problem.world.steppedAt !== null;
        const fixed = saves ? 0 : criterion.fixed[site]!;
        return (criterion.kind === "max" ? Math.max(value, fixed) : value + fixed) <= limit;
      }),
  );
}
