import type { Network, Snapshot, StockRow } from "#app/routing/snapshot.ts";

/** Facts supposed to have been different when an order was decided. */
export interface WhatIf {
  /** A location that would have been closed; null: none. */
  readonly closedLocationId: string | null;
  /** Units that would have been available, safety stock included; null: as it was. */
  readonly stock: {
    readonly locationId: string;
    /** The engine's name of the item. */
    readonly sku: string;
    readonly units: number;
  } | null;
}

/** The world an order was decided in, with other facts. The world itself is left as it is. */
export function supposeFacts<Frozen extends Snapshot>(
  snapshot: Frozen,
  { closedLocationId, stock }: WhatIf,
): Frozen {
  return {
    ...snapshot,
    network:
      closedLocationId === null ? snapshot.network : close(snapshot.network, closedLocationId),
    stock: stock === null ? snapshot.stock : supposeStock(snapshot.stock, stock),
  };
}

function close(network: Network, locationId: string): Network {
  return {
    ...network,
    locations: network.locations.map((location) =>
      location.id === locationId ? { ...location, paused: true } : location,
    ),
  };
}

function supposeStock(
  rows: readonly StockRow[],
  { locationId, sku, units }: NonNullable<WhatIf["stock"]>,
): StockRow[] {
  const isMeant = (row: StockRow) => row.locationId === locationId && row.sku === sku;
  if (rows.some(isMeant)) {
    return rows.map((row) => (isMeant(row) ? { ...row, available: units } : row));
  }
  const unknown = { safetyStock: 0, opportunityCost: "0" };
  return [...rows, { locationId, sku, available: units, ...unknown }];
}
