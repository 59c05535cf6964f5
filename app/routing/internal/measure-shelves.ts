import type { Item, Snapshot } from "../snapshot.ts";
import type { CompiledNetwork } from "./compile-network.ts";

/** Stock as old as this, or older, is as urgent to clear as any. */
export const OLD_AFTER_DAYS = 365;
/** Stock that lasts this long, or longer, is not scarce. */
export const SCARCE_BELOW_DAYS = 30;

/** Per `[location * skuCount + sku]`, for one unit of that stock. Both are whole days, never negative. */
export interface Shelves {
  /** Days until the stock is old: stock of unknown age arrived today. */
  readonly freshDays: Float64Array;
  /** Days the stock falls short of lasting long: stock of unknown cover lasts. */
  readonly scarceDays: Float64Array;
}

/** Reads how long stock has lain and how long it will last. */
export function measureShelves(
  { stock }: Snapshot,
  net: CompiledNetwork,
  items: readonly Item[],
): Shelves {
  const size = net.locations.length * items.length;
  const freshDays = new Float64Array(size).fill(OLD_AFTER_DAYS);
  const scarceDays = new Float64Array(size);
  const skuOf = new Map(items.map((item, sku) => [item.sku, sku]));
  for (const row of stock) {
    const at = net.indexOf.get(row.locationId);
    const sku = skuOf.get(row.sku);
    if (at === undefined || sku === undefined) continue;
    const cell = at * items.length + sku;
    freshDays[cell] = Math.max(0, OLD_AFTER_DAYS - (row.ageDays ?? 0));
    scarceDays[cell] = Math.max(0, SCARCE_BELOW_DAYS - (row.daysOfCover ?? SCARCE_BELOW_DAYS));
  }
  return { freshDays, scarceDays };
}
