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
  const keepsMargin = criterion.unit === problem.unitCost || problem.minMargin === null;
  if (problem.skuCount > MOST_SKUS || !keepsMargin) return sites;
  const { fixed } = criterion;
  // Standing in for is transitive, so only sites that stay, cheaper parcels first, are asked.
  const stayed: { readonly site: number; readonly full: number }[] = [];
  const stays = new Set<number>();
  for (const site of [...sites].sort((a, b) => fixed[a]! - fixed[b]!)) {
    const stocked = listSkus(problem, site, 1);
    const isDominated = stayed.some(
      ({ site: other, full }) =>
        (stocked & ~full) === 0 &&
        fixed[other]! < fixed[site]! &&
        isNoDearer(problem, criterion, other, site),
    );
    if (isDominated) continue;
    stays.add(site);
    if (problem.capacity[site]! < problem.totalDemand) continue;
    const full = listSkus(problem, site, Infinity);
    if (full !== 0) stayed.push({ site, full });
  }
  return sites.filter((site) => stays.has(site));
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
