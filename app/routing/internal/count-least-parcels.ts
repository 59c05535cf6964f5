import type { Problem } from "./build-problem.ts";
import type { SitePlan } from "./criteria.ts";

/**
 * How many parcels a plan other than the best single one has at least. Every single site was
 * compared already, so it is two, or as many as it takes when each parcel carries the most units any
 * site not yet counted could give of the order.
 */
export function countLeastParcels(
  problem: Problem,
  sites: readonly number[],
  known: SitePlan | null,
): number {
  if (problem.partial) return 1;
  if (known?.sites.length === 1) return 2;
  const gifts = sites.map((site) => countGift(problem, site));
  let parcels = 0;
  let missing = problem.totalDemand;
  while (missing > 0 && parcels < gifts.length) {
    missing -= takeLargest(gifts);
    parcels++;
  }
  return Math.max(2, parcels);
}

/** Few parcels make an order, so looking for the largest again is faster than sorting. */
function takeLargest(gifts: number[]): number {
  let largest = 0;
  for (let at = 1; at < gifts.length; at++) if (gifts[at]! > gifts[largest]!) largest = at;
  const gift = gifts[largest]!;
  gifts[largest] = 0;
  return gift;
}

/** Units of the order the site could give. */
function countGift({ supply, skuCount, capacity }: Problem, site: number): number {
  let units = 0;
  for (let cell = site * skuCount; cell < (site + 1) * skuCount; cell++) units += supply[cell]!;
  return Math.min(units, capacity[site]!);
}
