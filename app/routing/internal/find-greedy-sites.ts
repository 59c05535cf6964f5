import type { Problem } from "./build-problem.ts";
import type { Criterion } from "./criteria.ts";

/**
 * Sites that together cover the order, chosen one at a time by the least added value per unit
 * (V. Chvatal, "A Greedy Heuristic for the Set-Covering Problem", Mathematics of Operations Research
 * 4, 1979). A start for the exact search, which improves it. Null when the sites cannot cover it.
 */
export function findGreedySites(
  problem: Problem,
  criterion: Criterion,
  sites: readonly number[],
  units: readonly number[],
): number[] | null {
  const missing = [...units];
  const chosen: number[] = [];
  while (missing.some((amount) => amount > 0)) {
    let best = -1;
    let bestRate = Infinity;
    for (const site of sites) {
      const rate = rateSite(problem, criterion, site, missing);
      if (rate >= bestRate || chosen.includes(site)) continue;
      best = site;
      bestRate = rate;
    }
    if (best < 0) return null;
    chosen.push(best);
    for (let sku = 0; sku < missing.length; sku++) {
      missing[sku]! -= Math.min(missing[sku]!, problem.supply[best * missing.length + sku]!);
    }
  }
  return chosen;
}

/** Added value per unit when the site takes all it can; Infinity when it has nothing to add. */
function rateSite(
  { supply }: Problem,
  { fixed, unit }: Criterion,
  site: number,
  missing: readonly number[],
): number {
  let units = 0;
  let value = fixed[site]!;
  for (let sku = 0, cell = site * missing.length; sku < missing.length; sku++, cell++) {
    const taken = Math.min(missing[sku]!, supply[cell]!);
    units += taken;
    if (unit) value += taken * unit[cell]!;
  }
  return units === 0 ? Infinity : value / units;
}
