import type { Alternative } from "../plan.ts";
import { type Criterion, measurePlan, type SitePlan } from "./criteria.ts";
import type { Ruling } from "./decide-order.ts";
import { costPlan, describeParcels } from "./describe-plan.ts";
import { compareValues, listFullSites } from "./find-best-single.ts";
import { keepsMargin } from "./keeps-margin.ts";
import { formatMoney } from "./money.ts";

const MOST = 3;

/** The best other plans that fill the whole order from one location, best first. */
export function listAlternatives({ problem, criteria, best }: Ruling): Alternative[] {
  if (!best || best.plan.short > 0) return [];
  const chosen = best.plan;
  const measure = (plan: SitePlan) => criteria.map((each) => measurePlan(problem, each, plan));
  const chosenValues = measure(chosen);
  const units = [problem.lines.map(({ quantity }) => quantity)];
  return listFullSites(problem)
    .filter((site) => chosen.sites.length > 1 || chosen.sites[0] !== site)
    .map((site) => ({ sites: [site], units, short: 0 }))
    .filter((plan) => keepsMargin(problem, plan))
    .map((plan) => ({ plan, values: measure(plan) }))
    .sort((a, b) => compareValues(a.values, b.values))
    .slice(0, MOST)
    .map(({ plan, values }) => ({
      parcels: describeParcels(problem, plan),
      cost: formatMoney(costPlan(problem, plan)),
      lostOn: nameLoss(criteria, chosenValues, values),
    }));
}

function nameLoss(
  criteria: readonly Criterion[],
  chosen: readonly number[],
  other: readonly number[],
): Alternative["lostOn"] {
  const at = criteria.findIndex((_, index) => chosen[index] !== other[index]);
  const name = criteria[at]?.name;
  // Both plans fill the whole order, and a loss is a limit, never compared.
  return name === undefined || name === "unfilled" || name === "loss" ? "tie_break" : name;
}
