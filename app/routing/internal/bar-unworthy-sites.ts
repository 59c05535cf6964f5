import type { ValueFloor } from "./build-problem.ts";
import type { World } from "./build-world.ts";

/**
 * Takes the selected SKUs from locations whose parcel can never be worth enough, however full: in a
 * split plan it may not carry them. Locations that can fill the whole order keep them, since a single
 * parcel need not be worth anything. Not for partial plans, whose single parcel may come from anywhere.
 */
export function barUnworthySites(
  world: World,
  give: Float64Array,
  floors: readonly ValueFloor[],
): void {
  if (floors.length === 0) return;
  const skuCount = world.items.length;
  for (let from = 0; from < give.length; from += skuCount) {
    const worth = mostWorth(world, give.subarray(from, from + skuCount));
    if (worth === null) continue;
    for (const { selects, min } of floors) {
      if (worth >= min) continue;
      for (let sku = 0; sku < skuCount; sku++) if (selects[sku]) give[from + sku] = 0;
    }
  }
}

/** The value of all a location could give of the order, 1/10,000; null when that is all of it. */
function mostWorth({ lines, demand }: World, give: Float64Array): number | null {
  if (demand.every((units, sku) => give[sku]! >= units)) return null;
  return lines.reduce(
    (sum, { sku, quantity, price }) => sum + Math.min(quantity, give[sku]!) * price,
    0,
  );
}
