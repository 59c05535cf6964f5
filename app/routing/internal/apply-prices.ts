import type { PackedSum } from "./pack-sum.ts";

/** Prices per SKU, the bound they prove, and what each site would cost or earn under them. */
export interface Priced {
  bound: number;
  prices: Float64Array;
  reduced: Float64Array;
  /** Units of each SKU missing (positive) or too many where every paying site opens. */
  wanting: Float64Array;
}

/** Works out what the sites cost or earn under the prices, and the bound this proves. */
export function applyPrices(packed: PackedSum, priced: Priced): void {
  const { siteCount, skuCount, fixed, from, sku: skus, supply, unit, required, slack } = packed;
  const { prices, reduced, wanting } = priced;
  let bound = 0;
  let dearest = 0;
  for (let sku = 0; sku < skuCount; sku++) {
    const price = prices[sku]!;
    wanting[sku] = required[sku]!;
    bound += required[sku]! * price;
    if (price > dearest) dearest = price;
  }
  for (let site = 0; site < siteCount; site++) {
    const end = from[site + 1]!;
    let left = fixed[site]!;
    for (let entry = from[site]!; entry < end; entry++) {
      const gain = prices[skus[entry]!]! - unit[entry]!;
      if (gain > 0) left -= supply[entry]! * gain;
    }
    reduced[site] = left;
    if (left >= 0) continue;
    bound += left;
    for (let entry = from[site]!; entry < end; entry++) {
      const sku = skus[entry]!;
      if (prices[sku]! > unit[entry]!) wanting[sku]! -= supply[entry]!;
    }
  }
  priced.bound = slack > 0 ? bound - slack * dearest : bound;
}
