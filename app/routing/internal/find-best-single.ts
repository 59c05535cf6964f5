import type { Problem } from "./build-problem.ts";
import { type Criterion, measurePlan, type SitePlan } from "./criteria.ts";
import type { Goal } from "./goal.ts";

/** The best plan that fills the whole order from one site within the limits; null if none does. */
export function findBestSingle(
  problem: Problem,
  criteria: readonly Criterion[],
  limits: readonly Goal[],
): SitePlan | null {
  let best: SitePlan | null = null;
  let bestValues: number[] = [];
  const units = [problem.lines.map(({ quantity }) => quantity)];
  const first = criteria[0]!;
  for (const site of listFullSites(problem)) {
    const plan = { sites: [site], units, short: 0 };
    // Most sites lose on the first criterion already.
    if (best && measurePlan(problem, first, plan) > bestValues[0]!) continue;
    if (!limits.every(({ criterion, limit }) => measurePlan(problem, criterion, plan) <= limit)) {
      continue;
    }
    const values = criteria.map((criterion) => measurePlan(problem, criterion, plan));
    if (best && compareValues(values, bestValues) >= 0) continue;
    best = plan;
    bestValues = values;
  }
  return best;
}

/** The sites that could fill the whole order alone, in id order. */
export function listFullSites({
  locations,
  supply,
  demand,
  capacity,
  totalDemand,
}: Problem): number[] {
  const full: number[] = [];
  for (let site = 0; site < locations.length; site++) {
    if (capacity[site]! < totalDemand) continue;
    let sku = 0;
    while (sku < demand.length && supply[site * demand.length + sku]! >= demand[sku]!) sku++;
    if (sku === demand.length) full.push(site);
  }
  return full;
}

/** Lexicographic comparison of criteria values; no values at all (no plan) come last. */
export function compareValues(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < a.length; at++) {
    if (a[at] !== b[at]) return a[at]! - (b[at] ?? Infinity);
  }
  return 0;
}
