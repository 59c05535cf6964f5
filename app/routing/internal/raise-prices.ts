import { applyPrices, type PackedSum, type Priced } from "./apply-prices.ts";

const PASSES = 2;

/**
 * Good first prices: each SKU's is raised to its best value while the others stand still, scarce
 * SKUs first, as in dual ascent for facility location (D. Erlenkotter, "A Dual-Based Procedure for
 * Uncapacitated Facility Location", Operations Research 26, 1978), here with limited supply.
 */
export function raisePrices(packed: PackedSum): Priced {
  const { siteCount, skuCount, fixed, required } = packed;
  const prices = new Float64Array(skuCount);
  const reduced = Float64Array.from(fixed);
  const order = rarestFirst(packed);
  const started = new Uint8Array(skuCount);
  for (let pass = 0; pass < PASSES; pass++) {
    for (let turn = 0; turn < order.length; turn++) {
      const sku = order[turn]!;
      if (required[sku]! <= 0) continue;
      if (started[sku]) charge(packed, sku, prices[sku]!, reduced, 1);
      // The first pass leaves part of each site's fixed cost to be earned by the SKUs that follow.
      const share = pass === 0 ? 1 / (order.length - turn) : 1;
      prices[sku] = bestPrice(packed, sku, reduced, share);
      charge(packed, sku, prices[sku]!, reduced, -1);
      started[sku] = 1;
    }
    if (order.length === 1) break;
  }
  const exact = new Float64Array(siteCount);
  return { bound: applyPrices(packed, prices, exact), prices, reduced: exact };
}

function rarestFirst({ siteCount, skuCount, supply }: PackedSum): number[] {
  const suppliers = new Array<number>(skuCount).fill(0);
  for (let site = 0; site < siteCount; site++) {
    for (let sku = 0; sku < skuCount; sku++) {
      if (supply[site * skuCount + sku]! > 0) suppliers[sku]!++;
    }
  }
  return suppliers.map((_, sku) => sku).sort((a, b) => suppliers[a]! - suppliers[b]!);
}

function charge(
  { siteCount, skuCount, supply, unit }: PackedSum,
  sku: number,
  price: number,
  reduced: Float64Array,
  sign: number,
): void {
  for (let site = 0, cell = sku; site < siteCount; site++, cell += skuCount) {
    const gain = price - unit[cell]!;
    if (gain > 0) reduced[site]! += sign * supply[cell]! * gain;
  }
}

/**
 * The price at which the sites that would open for it first supply every unit: up to there a higher
 * price raises the bound, beyond it the bound falls.
 */
function bestPrice(packed: PackedSum, sku: number, reduced: Float64Array, share: number): number {
  const { siteCount, skuCount, supply, unit } = packed;
  const units = packed.required[sku]!;
  const opening: { price: number; amount: number }[] = [];
  let total = 0;
  let dearest = -Infinity;
  for (let site = 0, cell = sku; site < siteCount; site++, cell += skuCount) {
    const amount = supply[cell]!;
    if (amount === 0) continue;
    const price = unit[cell]! + (share * Math.max(0, reduced[site]!)) / amount;
    if (total >= units && price >= dearest) continue;
    insertByPrice(opening, { price, amount });
    total += amount;
    while (total - opening[opening.length - 1]!.amount >= units) total -= opening.pop()!.amount;
    dearest = opening[opening.length - 1]!.price;
  }
  if (opening.length === 0) return 0;
  return packed.capPrices ? Math.min(0, dearest) : dearest;
}

function insertByPrice(
  list: { price: number; amount: number }[],
  entry: { price: number; amount: number },
): void {
  let at = list.length;
  list.push(entry);
  while (at > 0 && list[at - 1]!.price > entry.price) {
    list[at] = list[at - 1]!;
    at--;
  }
  list[at] = entry;
}
