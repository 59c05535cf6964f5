/**
 * A criterion over some sites, packed for the many passes a bound takes: per site its fixed part,
 * per `[site * skuCount + sku]` the supply and the price of a unit.
 */
export interface PackedSum {
  readonly siteCount: number;
  /** One more than the order's when `leastParcels` takes part, as if each site supplied one parcel. */
  readonly skuCount: number;
  readonly orderSkus: number;
  readonly fixed: Float64Array;
  readonly supply: Float64Array;
  readonly unit: Float64Array;
  readonly required: readonly number[];
  /** How many required units a plan may leave unshipped. */
  readonly slack: number;
  /** Units may stay unshipped at no loss, so no price above zero is earned. */
  readonly capPrices: boolean;
}

/** Prices per SKU, the bound they prove, and what each site would cost or earn under them. */
export interface Priced {
  bound: number;
  readonly prices: Float64Array;
  readonly reduced: Float64Array;
}

/** Works out what the sites cost or earn under the prices, and the bound this proves. */
export function applyPrices(
  packed: PackedSum,
  prices: Float64Array,
  reduced: Float64Array,
): number {
  const { siteCount, skuCount, fixed, supply, unit, required, slack } = packed;
  let bound = 0;
  let dearest = 0;
  for (let sku = 0; sku < skuCount; sku++) {
    bound += required[sku]! * prices[sku]!;
    if (prices[sku]! > dearest) dearest = prices[sku]!;
  }
  for (let site = 0; site < siteCount; site++) {
    let left = fixed[site]!;
    for (let sku = 0, cell = site * skuCount; sku < skuCount; sku++, cell++) {
      const gain = prices[sku]! - unit[cell]!;
      if (gain > 0) left -= supply[cell]! * gain;
    }
    reduced[site] = left;
    if (left < 0) bound += left;
  }
  return slack > 0 ? bound - slack * dearest : bound;
}
