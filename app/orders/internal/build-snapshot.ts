import { unitsDoubted } from "#app/inventory/units-to-promise.ts";
import type { DeliveryMethod } from "#app/routing/ruleset.ts";
import type { Item, Network, Order, Snapshot, StockRow } from "#app/routing/snapshot.ts";
import type { OrderFacts } from "./describe-order.ts";
import type { CellOutlook, CellPolicy, StockPool } from "./stock-pool.ts";
import { cellKey } from "./stock-pool.ts";
import { tellShopTime } from "./tell-shop-time.ts";

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
  /** Locations the merchant took out of the pool: only customers who pick up get something there. */
  readonly outsidePool?: ReadonlySet<string>;
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
  readonly keptBack: readonly KeptBackStock[];
};

/** Units that are there but not promised; kept so that the explanation can say who asked for it. */
export interface KeptBackStock {
  readonly locationId: string;
  readonly sku: string;
  readonly safetyStock: number;
  /** "group Shoes at Denver". */
  readonly safetyFrom: string;
  /** Units taken off `available` because picks and counts do not bear them out. */
  readonly doubted: number;
}

/** Stands for "as many as you like" in the engine's whole numbers. */
const UNCOUNTED = 1_000_000;

interface StockAt {
  readonly inventoryItemId: string | null;
  readonly row: StockRow;
  readonly doubted: number;
  readonly policy: CellPolicy | null;
}

/** Freezes what the engine may know of one order. Rows come sorted, whatever the input's order. */
export function buildSnapshot(input: SnapshotInput): StoredSnapshot {
  const lines = [...input.lines].sort((a, b) => compare(a.lineItemId, b.lineItemId));
  const stock: StockRow[] = [];
  const leftOut: LeftOutStock[] = [];
  const keptBack: KeptBackStock[] = [];
  for (const at of distinctItems(input, lines).flatMap((line) => listStock(input, line))) {
    const { locationId, sku } = at.row;
    const reason = whyLeftOut(input, at);
    if (reason !== null) leftOut.push({ locationId, sku, reason });
    else {
      stock.push(at.row);
      keptBack.push(...describeKeptBack(at));
    }
  }
  return {
    now: input.now,
    items: distinctItems(input, lines).map((line) => describeItem(input, line)),
    stock,
    unitsLeftToday: input.unitsLeftToday,
    order: describeForEngine(input, lines),
    leftOut,
    keptBack,
  };
}

/** The part of a stored snapshot that the engine reads. */
export function withoutNotes(stored: StoredSnapshot): Omit<Snapshot, "network"> {
  const { now, items, stock, unitsLeftToday, order } = stored;
  return { now, items, stock, unitsLeftToday, order };
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
    riskLevel: facts.riskLevel,
    ...tellShopTime(facts.placedAt, input.network.timeZone),
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
  const { weightKg, tags, unitCost, productType, vendor, collections } = item;
  return {
    ...{ sku, weightKg, tags, unitCost },
    ...(productType ? { productType } : {}),
    ...(vendor ? { vendor } : {}),
    ...(collections && collections.length > 0 ? { collections } : {}),
  };
}

function listStock(input: SnapshotInput, line: WantedLine): StockAt[] {
  const { inventoryItemId } = line;
  const sku = itemKey(input, line);
  const isCounted = inventoryItemId !== null && (input.items.get(inventoryItemId)?.tracked ?? true);
  return input.network.locations.flatMap(({ id: locationId }): StockAt[] => {
    const row = { locationId, sku, safetyStock: 0, opportunityCost: "0" };
    const uncounted = { row: { ...row, available: UNCOUNTED }, inventoryItemId, doubted: 0 };
    if (inventoryItemId === null) return [{ ...uncounted, policy: null }];
    const cell = input.pool.get(inventoryItemId)?.get(locationId);
    if (!cell) return [];
    const { safetyStock, policy = null, outlook } = cell;
    if (!isCounted) return [{ ...uncounted, policy }];
    const available = cell.available + (input.own.get(cellKey(inventoryItemId, locationId)) ?? 0);
    const doubted = unitsDoubted(available - safetyStock, policy?.discount ?? null);
    const counted = {
      ...row,
      available: available - doubted,
      safetyStock,
      ...(outlook ? describeOutlook(outlook) : {}),
    };
    return [{ row: counted, inventoryItemId, doubted, policy }];
  });
}

function describeOutlook({ opportunityCost, ageDays, daysOfCover }: CellOutlook) {
  return {
    opportunityCost,
    ...(ageDays === null ? {} : { ageDays }),
    ...(daysOfCover === null ? {} : { daysOfCover }),
  };
}

function describeKeptBack({ row, doubted, policy }: StockAt): KeptBackStock[] {
  const { locationId, sku, safetyStock } = row;
  const isEmpty = row.available + doubted <= 0;
  if (policy === null || isEmpty || (safetyStock === 0 && doubted === 0)) return [];
  return [{ locationId, sku, safetyStock, safetyFrom: policy.safetyFrom, doubted }];
}

function whyLeftOut(
  { barred, sendToLocationId, deliveryMethod, pickupLocationId, outsidePool }: SnapshotInput,
  { row: { locationId }, inventoryItemId, policy }: StockAt,
): string | null {
  if (sendToLocationId !== null) {
    return locationId === sendToLocationId ? null : "A person chose another location.";
  }
  const bar = barred.find(
    (place) =>
      place.locationId === locationId &&
      (place.inventoryItemId === null || place.inventoryItemId === inventoryItemId),
  );
  if (bar) return bar.reason;
  // The customer chose to fetch it there: the pool is about what is shipped.
  if (deliveryMethod === "pickup" && locationId === pickupLocationId) return null;
  return outsidePool?.has(locationId) ? "Not in the pool." : (policy?.outBecause ?? null);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
