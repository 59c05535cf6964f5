import type { DeliveryMethod } from "#app/routing/ruleset.ts";
import type { Item, Network, Order, Snapshot, StockRow } from "#app/routing/snapshot.ts";
import type { OrderFacts } from "./describe-order.ts";
import type { StockPool } from "./stock-pool.ts";
import { cellKey } from "./stock-pool.ts";

/** Units of a line to be placed. */
export interface WantedLine {
  readonly lineItemId: string;
  /** Null for custom lines: any location can give them. */
  readonly inventoryItemId: string | null;
  readonly units: number;
  readonly unitPrice: string;
}

export interface PoolItem extends Item {
  /** Untracked items have no stock to run out of where they are stocked. */
  readonly tracked: boolean;
}

export interface BarredPlace {
  readonly locationId: string;
  /** Null bars the location for the whole order. */
  readonly inventoryItemId: string | null;
  readonly reason: string;
}

export interface SnapshotInput {
  readonly now: string;
  readonly network: Network;
  readonly facts: OrderFacts;
  readonly deliveryMethod: DeliveryMethod;
  readonly pickupLocationId: string | null;
  readonly lines: readonly WantedLine[];
  readonly items: ReadonlyMap<string, PoolItem>;
  readonly pool: StockPool;
  /** Units this order gives back wherever it goes: by item and location. */
  readonly own: ReadonlyMap<string, number>;
  readonly barred: readonly BarredPlace[];
  readonly unitsLeftToday: Readonly<Record<string, number>>;
  /** A person's "send to": no other location is offered. */
  readonly sendToLocationId: string | null;
}

/** Stock the engine never saw, and why; kept so that the explanation can name it. */
export interface LeftOutStock {
  readonly locationId: string;
  readonly sku: string;
  readonly reason: string;
}

/** An engine snapshot as stored with a decision: its network is stored once, by hash. */
export type StoredSnapshot = Omit<Snapshot, "network"> & {
  readonly leftOut: readonly LeftOutStock[];
};

/** Stands for "as many as you like" in the engine's whole numbers. */
const UNCOUNTED = 1_000_000;

interface StockAt extends StockRow {
  readonly inventoryItemId: string | null;
}

/** Freezes what the engine may know of one order. Rows come sorted, whatever the input's order. */
export function buildSnapshot(input: SnapshotInput): StoredSnapshot {
  const lines = [...input.lines].sort((a, b) => compare(a.lineItemId, b.lineItemId));
  const stock: StockRow[] = [];
  const leftOut: LeftOutStock[] = [];
  for (const { inventoryItemId, ...row } of distinctItems(input, lines).flatMap((line) =>
    listStock(input, line),
  )) {
    const reason = whyLeftOut(input, row.locationId, inventoryItemId);
    if (reason === null) stock.push(row);
    else leftOut.push({ locationId: row.locationId, sku: row.sku, reason });
  }
  return {
    now: input.now,
    items: distinctItems(input, lines).map((line) => describeItem(input, line)),
    stock,
    unitsLeftToday: input.unitsLeftToday,
    order: describeForEngine(input, lines),
    leftOut,
  };
}

function describeForEngine(input: SnapshotInput, lines: readonly WantedLine[]): Order {
  const { facts } = input;
  const { latitude, longitude, countryCode, provinceCode, postalCode } = facts;
  return {
    id: facts.orderId,
    placedAt: facts.placedAt,
    service: facts.service,
    deliveryMethod: input.deliveryMethod,
    pickupLocationId: input.deliveryMethod === "pickup" ? input.pickupLocationId : null,
    destination: { latitude, longitude, countryCode, provinceCode, postalCode },
    maxDeliveryDays: input.deliveryMethod === "pickup" ? null : facts.maxDeliveryDays,
    tags: facts.tags,
    channel: facts.channel,
    customerTags: facts.customerTags,
    lines: lines.map((line) => ({
      id: line.lineItemId,
      sku: itemKey(input, line),
      quantity: line.units,
      unitPrice: line.unitPrice,
    })),
  };
}

/** One line per item: lines of the same item share its stock. */
function distinctItems(input: SnapshotInput, lines: readonly WantedLine[]): WantedLine[] {
  return [...new Map(lines.map((line) => [itemKey(input, line), line])).values()];
}

/** The engine's SKU: the item's unique key; items not imported yet go by their id. */
function itemKey({ items }: SnapshotInput, { inventoryItemId, lineItemId }: WantedLine): string {
  if (inventoryItemId === null) return `custom:${lineItemId}`;
  return items.get(inventoryItemId)?.sku ?? `#${inventoryItemId}`;
}

function describeItem(input: SnapshotInput, line: WantedLine): Item {
  const item = line.inventoryItemId === null ? undefined : input.items.get(line.inventoryItemId);
  const sku = itemKey(input, line);
  if (!item) return { sku, weightKg: 0, tags: [], unitCost: "0" };
  return { sku, weightKg: item.weightKg, tags: item.tags, unitCost: item.unitCost };
}

function listStock(input: SnapshotInput, line: WantedLine): StockAt[] {
  const { inventoryItemId } = line;
  const sku = itemKey(input, line);
  const isCounted = inventoryItemId !== null && (input.items.get(inventoryItemId)?.tracked ?? true);
  return input.network.locations.flatMap(({ id: locationId }): StockAt[] => {
    const row = { inventoryItemId, locationId, sku, safetyStock: 0, opportunityCost: "0" };
    if (inventoryItemId === null) return [{ ...row, available: UNCOUNTED }];
    const cell = input.pool.get(inventoryItemId)?.get(locationId);
    if (!cell) return [];
    if (!isCounted) return [{ ...row, available: UNCOUNTED }];
    const own = input.own.get(cellKey(inventoryItemId, locationId)) ?? 0;
    return [{ ...row, available: cell.available + own, safetyStock: cell.safetyStock }];
  });
}

function whyLeftOut(
  { barred, sendToLocationId }: SnapshotInput,
  locationId: string,
  inventoryItemId: string | null,
): string | null {
  if (sendToLocationId !== null) {
    return locationId === sendToLocationId ? null : "A person chose another location.";
  }
  const bar = barred.find(
    (place) =>
      place.locationId === locationId &&
      (place.inventoryItemId === null || place.inventoryItemId === inventoryItemId),
  );
  return bar?.reason ?? null;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
