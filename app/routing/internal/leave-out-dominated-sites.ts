import type { Problem } from "./build-problem.ts";
import type { Criterion } from "./criteria.ts";

/** Bits of a number that can be tested at once. */
const MOST_SKUS = 31;

/**
 * Leaves out every site another one stands in for: that one has all the order wants of each SKU the
 * site has any of, at no higher price, and its parcel is cheaper. Moving the units there, or merging
 * the two parcels, makes any whole plan strictly better and breaks no limit, so no best plan uses the
 * site. The criterion must be the first that tells plans apart.
 */
export function leaveOutDominatedSites(
  problem: Problem,
  criterion: Criterion,
  sites: readonly number[],
): readonly number[] {
  if (!mayStandIn(problem, criterion)) return sites;
  // Standing in for is transitive, so only sites that stay, cheaper parcels first, are asked.
  const { fixed } = criterion;
  const stayed: number[] = [];
  const full: number[] = [];
  const leaves = new Set<number>();
  for (const site of [...sites].sort((a, b) => fixed[a]! - fixed[b]!)) {
    const stocked = listSkus(problem, site, 1);
    if (isDominated(problem, criterion, site, stocked, stayed, full)) {
      leaves.add(site);
      continue;
    }
    if (problem.capacity[site]! < problem.totalDemand) continue;
    const skus = listSkus(problem, site, Infinity);
    if (skus === 0) continue;
    stayed.push(site);
    full.push(skus);
  }
  return leaves.size === 0 ? sites : sites.filter((site) => !leaves.has(site));
}

/** Is a plan with one site in place of another, or of both, sure to break no limit and to cost no more? */
function mayStandIn(problem: Problem, { unit }: Criterion): boolean {
  const isCost = unit === problem.unitCost;
  // Merged parcels may reach a dearer weight step.
  if (isCost && problem.world.steppedAt) return false;
  return problem.skuCount <= MOST_SKUS && (isCost || problem.minMargin === null);
}

/** Does one of the sites that stayed, with all that is wanted of some SKUs, stand in for the site? */
function isDominated(
  problem: Problem,
  criterion: Criterion,
  site: number,
  stocked: number,
  stayed: readonly number[],
  full: readonly number[],
): boolean {
  const { fixed } = criterion;
  for (let at = 0; at < stayed.length; at++) {
    if ((stocked & ~full[at]!) !== 0) continue;
    const other = stayed[at]!;
    if (fixed[other]! < fixed[site]! && isNoDearer(problem, criterion, other, site)) return true;
  }
  return false;
}

/** The SKUs of which the site has this many units or all that is wanted, one bit each. */
function listSkus({ skuCount, supply, demand }: Problem, site: number, units: number): number {
  let skus = 0;
  for (let sku = 0; sku < skuCount; sku++) {
    if (supply[site * skuCount + sku]! >= Math.min(units, demand[sku]!)) skus |= 1 << sku;
  }
  return skus;
}

function isNoDearer(
  { skuCount, supply }: Problem,
  { unit }: Criterion,
  other: number,
  site: number,
): boolean {
  if (!unit) return true;
  for (let sku = 0; sku < skuCount; sku++) {
    const cell = site * skuCount + sku;
    if (supply[cell]! > 0 && unit[other * skuCount + sku]! > unit[cell]!) return false;
  }
  return true;
}
