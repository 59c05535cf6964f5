import type { AmountBounds } from "./allocate-units.ts";
import type { ParcelLimit, Problem } from "./build-problem.ts";

/**
 * Could the least amounts asked of each site and line be part of any plan? Where not, no choice of
 * further sites helps, and a search that opens them one by one would take long to see it.
 */
export function keepsCommitments(problem: Problem, bounds: AmountBounds): boolean {
  return (
    fitsSupply(problem, bounds) &&
    problem.parcelLimits.every((limit) => fitsLimit(problem, bounds, limit))
  );
}

/** Within what sites have and may ship, and within what lines ask. */
function fitsSupply(problem: Problem, { low }: AmountBounds): boolean {
  const { locations, lines, skuCount, supply, capacity } = problem;
  const perLine = new Float64Array(lines.length);
  for (let site = 0; site < locations.length; site++) {
    const perSku = new Float64Array(skuCount);
    let units = 0;
    for (let line = 0; line < lines.length; line++) {
      const amount = low[site * lines.length + line]!;
      units += amount;
      perLine[line]! += amount;
      perSku[lines[line]!.sku]! += amount;
    }
    if (units > capacity[site]!) return false;
    if (perSku.some((amount, sku) => amount > supply[site * skuCount + sku]!)) return false;
  }
  return lines.every(({ quantity }, line) => perLine[line]! <= quantity);
}

/** No more parcels carry the selected SKUs than may, and once that many do, they can carry all. */
function fitsLimit(problem: Problem, { low, high }: AmountBounds, limit: ParcelLimit): boolean {
  const { locations, lines, partial } = problem;
  const selected = lines.flatMap(({ sku }, line) => (limit.selects[sku] ? [line] : []));
  const carriers = locations.flatMap((_, site) =>
    selected.some((line) => low[site * lines.length + line]! > 0) ? [site] : [],
  );
  if (carriers.length !== limit.max || partial) return carriers.length <= limit.max;
  return selected.every((line) => {
    const most = carriers.reduce((sum, site) => sum + high[site * lines.length + line]!, 0);
    return most >= lines[line]!.quantity;
  });
}
