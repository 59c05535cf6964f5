import { applyPrices, type Priced } from "./apply-prices.ts";
import { lendCopy, lendIndexes, lendNumbers } from "./lend-numbers.ts";
import { lendPriced } from "./move-along-subgradient.ts";
import type { PackedSum } from "./pack-sum.ts";

const PASSES = 2;

/** The offers of a packed sum by SKU: those of one are the entries `from[sku]` to `from[sku + 1]`. */
interface Columns {
  readonly from: Int32Array;
  readonly site: Int32Array;
  readonly supply: Float64Array;
  readonly unit: Float64Array;
}

/**
 * Good first prices: each SKU's is raised to its best value while the others stand still, scarce
 * SKUs first, as in dual ascent for facility location (D. Erlenkotter, "A Dual-Based Procedure for
 * Uncapacitated Facility Location", Operations Research 26, 1978), here with limited supply.
 */
export function raisePrices(packed: PackedSum): Priced {
  const { skuCount, fixed, required, memory, capPrices } = packed;
  const priced = lendPriced(packed);
  const prices = priced.prices.fill(0);
  const reduced = lendCopy(memory, fixed);
  const columns = turnToColumns(packed);
  const order = rarestFirst(columns, skuCount);
  for (let pass = 0; pass < PASSES; pass++) {
    for (let turn = 0; turn < order.length; turn++) {
      const sku = order[turn]!;
      if (required[sku]! <= 0) continue;
      if (pass > 0) charge(columns, sku, prices[sku]!, reduced, 1);
      // The first pass leaves part of each site's fixed cost to be earned by the SKUs that follow.
      const share = pass === 0 ? 1 / (order.length - turn) : 1;
      const best = findBestPrice(columns, sku, required[sku]!, reduced, share);
      prices[sku] = capPrices ? Math.min(0, best) : best;
      charge(columns, sku, prices[sku]!, reduced, -1);
    }
    if (order.length === 1) break;
  }
  applyPrices(packed, priced);
  return priced;
}

function turnToColumns({ memory, siteCount, skuCount, from, sku, supply, unit }: PackedSum) {
  const count = from[siteCount]!;
  const starts = lendIndexes(memory, skuCount + 2).fill(0);
  for (let entry = 0; entry < count; entry++) starts[sku[entry]! + 2]!++;
  for (let at = 2; at < starts.length; at++) starts[at]! += starts[at - 1]!;
  const columns: Columns = {
    from: starts,
    site: lendIndexes(memory, count),
    supply: lendNumbers(memory, count),
    unit: lendNumbers(memory, count),
  };
  for (let site = 0; site < siteCount; site++) {
    for (let entry = from[site]!; entry < from[site + 1]!; entry++) {
      const to = starts[sku[entry]! + 1]!++;
      columns.site[to] = site;
      columns.supply[to] = supply[entry]!;
      columns.unit[to] = unit[entry]!;
    }
  }
  return columns;
}

function rarestFirst({ from }: Columns, skuCount: number): number[] {
  const order: number[] = [];
  for (let sku = 0; sku < skuCount; sku++) {
    const suppliers = from[sku + 1]! - from[sku]!;
    let at = order.push(sku) - 1;
    for (; at > 0 && from[order[at - 1]! + 1]! - from[order[at - 1]!]! > suppliers; at--) {
      order[at] = order[at - 1]!;
    }
    order[at] = sku;
  }
  return order;
}

function charge(
  { from, site, supply, unit }: Columns,
  sku: number,
  price: number,
  reduced: Float64Array,
  sign: number,
): void {
  for (let entry = from[sku]!; entry < from[sku + 1]!; entry++) {
    const gain = price - unit[entry]!;
    if (gain > 0) reduced[site[entry]!]! += sign * supply[entry]! * gain;
  }
}

/**
 * The price at which the sites that would open for it first supply every unit: up to there a higher
 * price raises the bound, beyond it the bound falls.
 */
function findBestPrice(
  { from, site, supply, unit }: Columns,
  sku: number,
  units: number,
  reduced: Float64Array,
  share: number,
): number {
  const opening: { price: number; amount: number }[] = [];
  let total = 0;
  let dearest = -Infinity;
  for (let entry = from[sku]!; entry < from[sku + 1]!; entry++) {
    const amount = supply[entry]!;
    const price = unit[entry]! + (share * Math.max(0, reduced[site[entry]!]!)) / amount;
    if (total >= units && price >= dearest) continue;
    insertByPrice(opening, { price, amount });
    total += amount;
    while (total - opening[opening.length - 1]!.amount >= units) total -= opening.pop()!.amount;
    dearest = opening[opening.length - 1]!.price;
  }
  return opening.length === 0 ? 0 : dearest;
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
