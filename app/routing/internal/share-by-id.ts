import type { Problem } from "./build-problem.ts";
import type { SitePlan } from "./criteria.ts";

/**
 * Of all ways to share a whole order among the plan's sites, the one whose (location, line,
 * quantity) triples come first, where nothing but supply limits the shares and no unit costs
 * anything. Every amount then is one unit, or as many more as the sites still to come cannot give.
 */
export function shareById(problem: Problem, plan: SitePlan): SitePlan {
  const { lines, skuCount, supply } = problem;
  const missing = lines.map(({ quantity }) => quantity);
  const later = new Float64Array(skuCount);
  for (const site of plan.sites) {
    for (let sku = 0; sku < skuCount; sku++) later[sku]! += supply[site * skuCount + sku]!;
  }
  const shares = plan.sites.map((site) => {
    const left = supply.slice(site * skuCount, (site + 1) * skuCount);
    for (let sku = 0; sku < skuCount; sku++) later[sku]! -= left[sku]!;
    // Units of lines already passed here that only the sites to come can give.
    const owed = new Float64Array(skuCount);
    return lines.map(({ sku }, line) => {
      const short = owed[sku]! + missing[line]! - later[sku]!;
      const units = Math.min(missing[line]!, left[sku]!, Math.max(1, short));
      missing[line]! -= units;
      left[sku]! -= units;
      owed[sku]! += missing[line]!;
      return units;
    });
  });
  const used = plan.sites.flatMap((_, index) =>
    shares[index]!.some((units) => units > 0) ? [index] : [],
  );
  return {
    sites: used.map((index) => plan.sites[index]!),
    units: used.map((index) => shares[index]!),
    short: 0,
  };
}
