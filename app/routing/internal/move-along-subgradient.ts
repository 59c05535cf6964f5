import { applyPrices, type PackedSum, type Priced } from "./apply-prices.ts";

/** Steps without progress before the step length is halved. */
const PATIENCE = 3;
const SHORTEST_STEP = 0.02;

/**
 * Improves prices by subgradient steps (M. Held, P. Wolfe and H. P. Crowder, "Validation of
 * Subgradient Optimization", Mathematical Programming 6, 1974): a SKU that the opening sites supply
 * too little of gets dearer, one they supply too much of gets cheaper. Keeps the best prices met.
 */
export function moveAlongSubgradient(
  packed: PackedSum,
  best: Priced,
  aim: number,
  steps: number,
): void {
  const prices = best.prices.slice();
  const reduced = best.reduced.slice();
  const wanting = new Float64Array(packed.skuCount);
  let bound = best.bound;
  let length = 1;
  let idle = 0;
  for (let step = 0; step < steps && length > SHORTEST_STEP; step++) {
    const norm = measureWanting(packed, prices, reduced, wanting);
    if (norm === 0) return;
    const stride = (length * (aim - bound)) / norm;
    movePrices(packed, prices, wanting, stride);
    bound = applyPrices(packed, prices, reduced);
    if (bound > best.bound) {
      best.bound = bound;
      best.prices.set(prices);
      best.reduced.set(reduced);
      idle = 0;
      if (bound >= aim) return;
    } else if (++idle >= PATIENCE) {
      idle = 0;
      length /= 2;
    }
  }
}

function movePrices(
  { skuCount, orderSkus, capPrices }: PackedSum,
  prices: Float64Array,
  wanting: Float64Array,
  stride: number,
): void {
  for (let sku = 0; sku < skuCount; sku++) {
    prices[sku]! += stride * wanting[sku]!;
    if (capPrices && prices[sku]! > 0) prices[sku] = 0;
    // More parcels than the least are no fault, so they are never fined.
    if (sku >= orderSkus && prices[sku]! < 0) prices[sku] = 0;
  }
}

/** Units of each SKU missing (positive) or too many where every paying site opens; squared length. */
function measureWanting(
  { siteCount, skuCount, supply, unit, required }: PackedSum,
  prices: Float64Array,
  reduced: Float64Array,
  wanting: Float64Array,
): number {
  for (let sku = 0; sku < skuCount; sku++) wanting[sku] = required[sku]!;
  for (let site = 0; site < siteCount; site++) {
    if (reduced[site]! >= 0) continue;
    for (let sku = 0, cell = site * skuCount; sku < skuCount; sku++, cell++) {
      if (prices[sku]! > unit[cell]!) wanting[sku]! -= supply[cell]!;
    }
  }
  let norm = 0;
  for (let sku = 0; sku < skuCount; sku++) norm += wanting[sku]! * wanting[sku]!;
  return norm;
}
