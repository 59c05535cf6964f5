import type { AmountBounds } from "./allocate-units.ts";
import type { Problem } from "./build-problem.ts";

/** A private copy of the bounds, or the widest bounds when there are none. */
export function copyBounds(problem: Problem, bounds: AmountBounds | null): AmountBounds {
  if (bounds) return { low: bounds.low.slice(), high: bounds.high.slice() };
  const { lines, locations, skuCount, supply } = problem;
  const high = new Float64Array(locations.length * lines.length);
  for (let site = 0; site < locations.length; site++) {
    lines.forEach(({ sku, quantity }, line) => {
      high[site * lines.length + line] = Math.min(quantity, supply[site * skuCount + sku]!);
    });
  }
  return { low: new Float64Array(high.length), high };
}
