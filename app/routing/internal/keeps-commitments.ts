import type { AmountBounds } from "./allocate-units.ts";
import type { Problem } from "./build-problem.ts";

/**
 * Could the least amounts asked of each site and line be given at all? Where not, no choice of
 * further sites helps, and a search that opens them one by one would take long to see it.
 */
export function keepsCommitments(problem: Problem, { low }: AmountBounds): boolean {
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
