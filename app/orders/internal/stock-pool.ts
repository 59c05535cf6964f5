import { tally } from "./tally.ts";

/** One item at one location as far as promises go. Changes while a batch of orders is decided. */
export interface PoolCell {
  /** Shopify's available as mirrored, less every active reservation. */
  available: number;
  readonly safetyStock: number;
  /** When Shopify last changed it, in ms; null when never told. */
  readonly knownAt: number | null;
  /** What the merchant's pool settings say of it; absent: nothing. */
  readonly policy?: CellPolicy;
  /** What lies ahead of it, as last reckoned; absent: nothing is known. */
  readonly outlook?: CellOutlook;
}

export interface CellOutlook {
  /** Money with 4 decimals: what giving a unit away will cost later. */
  readonly opportunityCost: string;
  readonly ageDays: number | null;
  readonly daysOfCover: number | null;
}

/** The part of an item's pool policy at a location that decisions and their explanation need. */
export interface CellPolicy {
  /** Who asked for the safety stock: "group Shoes at Denver". */
  readonly safetyFrom: string;
  /** Why no units may be given from here, as a sentence; null while they may. */
  readonly outBecause: string | null;
  /** The part of the units above safety stock that picks and counts bear out; null: all. */
  readonly discount: { readonly found: number; readonly tries: number } | null;
}

/** Cells by item, then location. */
export type StockPool = ReadonlyMap<string, ReadonlyMap<string, PoolCell>>;

export interface LevelRow {
  readonly inventoryItemId: string;
  readonly locationId: string;
  readonly available: number;
  readonly safetyStock: number;
  readonly shopifyUpdatedAt: Date | null;
  readonly policy?: CellPolicy;
  readonly outlook?: CellOutlook;
}

export interface ReservedUnits {
  readonly inventoryItemId: string;
  readonly locationId: string;
  readonly units: number;
}

/** The name of an item at a location in the maps of this folder. */
export function cellKey(inventoryItemId: string, locationId: string): string {
  return `${inventoryItemId}/${locationId}`;
}

/** Builds the pool from the mirror and the units already promised out of it. */
export function buildPool(
  levels: readonly LevelRow[],
  reserved: readonly ReservedUnits[],
): StockPool {
  const promised = tally(
    reserved,
    (row) => cellKey(row.inventoryItemId, row.locationId),
    (row) => row.units,
  );
  const pool = new Map<string, Map<string, PoolCell>>();
  for (const level of levels) {
    const { inventoryItemId, locationId, safetyStock, policy, outlook } = level;
    const cells = pool.get(inventoryItemId) ?? new Map<string, PoolCell>();
    pool.set(inventoryItemId, cells);
    cells.set(locationId, {
      available: level.available - (promised.get(cellKey(inventoryItemId, locationId)) ?? 0),
      safetyStock,
      knownAt: level.shopifyUpdatedAt?.getTime() ?? null,
      ...(policy ? { policy } : {}),
      ...(outlook ? { outlook } : {}),
    });
  }
  return pool;
}

/** Gives units back to the pool, or takes them when negative. Unknown cells stay unknown. */
export function addToPool(pool: StockPool, reserved: ReservedUnits): void {
  const cell = pool.get(reserved.inventoryItemId)?.get(reserved.locationId);
  if (cell) cell.available += reserved.units;
}
