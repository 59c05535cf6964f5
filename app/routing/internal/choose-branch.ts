import type { Requirement } from "./bound-criterion.ts";
import type { ParcelLimit, Problem } from "./build-problem.ts";

/** Where a search must go next: are the open sites enough, and which site may be opened next. */
export interface Branch {
  readonly covered: boolean;
  readonly sites: readonly number[];
}

/**
 * Open sites that lack a SKU need a site that has it: branching on the scarcest SKU keeps the tree
 * narrow. Null when even all sites together cannot ship what is required.
 */
export function chooseBranch(
  problem: Problem,
  required: Requirement,
  open: readonly number[],
  pool: readonly number[],
): Branch | null {
  const choices: (readonly number[])[] = [];
  for (let sku = 0; sku < problem.skuCount; sku++) {
    const missing = required.units[sku]! - required.slack - sumSupply(problem, open, sku);
    if (missing <= 0) continue;
    const suppliers = pool.filter((site) => problem.supply[site * problem.skuCount + sku]! > 0);
    if (sumSupply(problem, suppliers, sku) < missing) return null;
    choices.push(suppliers);
  }
  for (const limit of problem.parcelLimits) {
    const carriers = branchOnLimit(problem, required, limit, open, pool);
    if (!carriers) return null;
    if (carriers !== "covered") choices.push(carriers);
  }
  if (choices.length === 0) return { covered: true, sites: pool };
  const sites = choices.reduce((best, each) => (each.length < best.length ? each : best));
  return { covered: false, sites };
}

function sumSupply(problem: Problem, sites: readonly number[], sku: number): number {
  let total = 0;
  for (const site of sites) total += problem.supply[site * problem.skuCount + sku]!;
  return total;
}

/**
 * At most `max` parcels may carry the selected SKUs: when the `max` best open sites cannot, one that
 * helps must open; null when no choice of `max` sites can.
 */
function branchOnLimit(
  problem: Problem,
  required: Requirement,
  limit: ParcelLimit,
  open: readonly number[],
  pool: readonly number[],
): readonly number[] | "covered" | null {
  const needed = sumSelected(required.units, limit) - required.slack;
  if (needed <= 0) return "covered";
  const give = (site: number) => giveSelected(problem, site, limit);
  const openGives = open.map(give);
  const free = limit.all ? limit.max - open.length : limit.max;
  const already = limit.all ? openGives.reduce((sum, units) => sum + units, 0) : 0;
  if (sumLargest(openGives, limit.max) >= needed) return "covered";
  const poolGives = pool.map(give);
  const candidates = limit.all ? poolGives : [...poolGives, ...openGives];
  if (already + sumLargest(candidates, free) < needed) return null;
  const rest = already + sumLargest(candidates, free - 1);
  return pool.filter((_, at) => poolGives[at]! > 0 && poolGives[at]! + rest >= needed);
}

function sumSelected(units: readonly number[], { selects }: ParcelLimit): number {
  return units.reduce((sum, amount, sku) => (selects[sku] ? sum + amount : sum), 0);
}

function giveSelected(problem: Problem, site: number, { selects }: ParcelLimit): number {
  let total = 0;
  for (let sku = 0; sku < problem.skuCount; sku++) {
    if (selects[sku]) total += problem.supply[site * problem.skuCount + sku]!;
  }
  return Math.min(total, problem.capacity[site]!);
}

function sumLargest(values: readonly number[], count: number): number {
  if (count <= 0) return 0;
  if (count === 1) return values.reduce((most, value) => Math.max(most, value), 0);
  return [...values]
    .sort((a, b) => b - a)
    .slice(0, count)
    .reduce((sum, value) => sum + value, 0);
}
