import type { Requirement } from "./bound-criterion.ts";
import type { Problem } from "./build-problem.ts";
import type { Criterion } from "./criteria.ts";
import { lendIndexes, lendNumbers, type Memory } from "./lend-numbers.ts";

/**
 * A criterion over some sites, packed for the many passes a bound takes: per site its fixed part and
 * what it offers, SKU by SKU. The offers of a site are the entries `from[site]` to `from[site + 1]`.
 */
export interface PackedSum {
  readonly memory: Memory;
  readonly siteCount: number;
  /** One more than the order's when `leastParcels` takes part, as if each site supplied one parcel. */
  readonly skuCount: number;
  readonly orderSkus: number;
  readonly fixed: Float64Array;
  readonly from: Int32Array;
  readonly sku: Int32Array;
  readonly supply: Float64Array;
  readonly unit: Float64Array;
  readonly required: readonly number[];
  /** How many required units a plan may leave unshipped. */
  readonly slack: number;
  /** Units may stay unshipped at no loss, so no price above zero is earned. */
  readonly capPrices: boolean;
}

/** Packs the sites, of which the first `openCount` are open and paid for. */
export function packSum(
  problem: Problem,
  criterion: Criterion,
  openCount: number,
  sites: readonly number[],
  required: Requirement,
): PackedSum {
  const real = problem.skuCount;
  const parcelsToCome = required.leastParcels - openCount;
  const countsParcels = required.leastParcels > 1 && parcelsToCome > 0;
  const skuCount = countsParcels ? real + 1 : real;
  const packed = {
    ...lendPack(problem.world.net.memory, sites.length, skuCount),
    orderSkus: real,
    required: countsParcels ? [...required.units, parcelsToCome] : required.units,
    slack: required.slack,
    capPrices: criterion.name === "loss" && problem.partial,
  };
  let entry = 0;
  for (let at = 0; at < sites.length; at++) {
    packed.fixed[at] = at < openCount ? 0 : criterion.fixed[sites[at]!]!;
    packed.from[at] = entry;
    entry = packOffers(packed, problem, criterion, sites[at]!, entry);
    if (countsParcels && at >= openCount) entry = addOffer(packed, entry, real, 1, 0);
  }
  packed.from[sites.length] = entry;
  return packed;
}

/** The same with only the sites at these places, in this order. */
export function repackSum(packed: PackedSum, places: readonly number[]): PackedSum {
  const { memory, skuCount } = packed;
  const repacked = { ...packed, ...lendPack(memory, places.length, skuCount) };
  let entry = 0;
  for (let at = 0; at < places.length; at++) {
    const place = places[at]!;
    repacked.fixed[at] = packed.fixed[place]!;
    repacked.from[at] = entry;
    for (let old = packed.from[place]!; old < packed.from[place + 1]!; old++) {
      entry = addOffer(repacked, entry, packed.sku[old]!, packed.supply[old]!, packed.unit[old]!);
    }
  }
  repacked.from[places.length] = entry;
  return repacked;
}

type Pack = Pick<PackedSum, "memory" | "siteCount" | "skuCount" | "fixed" | "from"> & Offers;
type Offers = Pick<PackedSum, "sku" | "supply" | "unit">;

function lendPack(memory: Memory, siteCount: number, skuCount: number): Pack {
  const most = siteCount * skuCount;
  return {
    memory,
    siteCount,
    skuCount,
    fixed: lendNumbers(memory, siteCount),
    from: lendIndexes(memory, siteCount + 1),
    sku: lendIndexes(memory, most),
    supply: lendNumbers(memory, most),
    unit: lendNumbers(memory, most),
  };
}

function packOffers(
  to: Offers,
  { skuCount, supply }: Problem,
  { unit, leastLine }: Criterion,
  site: number,
  from: number,
): number {
  let entry = from;
  for (let sku = 0, cell = site * skuCount; sku < skuCount; sku++, cell++) {
    if (supply[cell] === 0) continue;
    const price = (unit ? unit[cell]! : 0) + (leastLine ? leastLine[sku]! : 0);
    entry = addOffer(to, entry, sku, supply[cell]!, price);
  }
  return entry;
}

function addOffer(
  { sku: skus, supply, unit }: Offers,
  entry: number,
  sku: number,
  units: number,
  price: number,
): number {
  skus[entry] = sku;
  supply[entry] = units;
  unit[entry] = price;
  return entry + 1;
}
