import { isActive } from "./fulfillment-orders/status.ts";
import { onHand } from "./inventory/level.ts";
import type { Id, MutationRecord, ShopState } from "./shop/state.ts";

export interface LocationTally {
  locationId: Id;
  name: string;
  /** Fulfillment orders still to be worked on, and their remaining units. */
  openParcels: number;
  openUnits: number;
  /** Shipments that left here and were not cancelled, and their units. */
  shippedParcels: number;
  shippedUnits: number;
}

export interface StockRow {
  sku: string;
  itemId: Id;
  locationId: Id;
  available: number;
  committed: number;
  onHand: number;
}

/** What Shopify saw: the measure an app's own books are held against. */
export interface Ledger {
  /** Committed mutations by name. */
  mutationCounts: Record<string, number>;
  /** Every mutation, committed or refused, oldest first. */
  mutationLog: readonly MutationRecord[];
  locations: LocationTally[];
  stock: StockRow[];
  /** Places where committed units differ from those of active fulfillment orders: always empty. */
  imbalances: { sku: string; locationId: Id; committed: number; promised: number }[];
}

/** Reads the ledger off the shop's state; nothing is kept on the side. */
export function ledgerOf(shop: ShopState): Ledger {
  const stock = stockRows(shop);
  return {
    mutationCounts: countMutations(shop.mutationLog),
    mutationLog: shop.mutationLog,
    locations: [...shop.locations.values()].map(({ id, name }) => ({
      locationId: id,
      name,
      ...openAt(shop, id),
      ...shippedFrom(shop, id),
    })),
    stock,
    imbalances: imbalancesIn(shop, stock),
  };
}

function countMutations(log: readonly MutationRecord[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { name, outcome } of log) {
    if (outcome === "committed") counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

function openAt(shop: ShopState, id: Id): { openParcels: number; openUnits: number } {
  const open = [...shop.fulfillmentOrders.values()].filter(
    (fulfillmentOrder) => fulfillmentOrder.locationId === id && isActive(fulfillmentOrder),
  );
  const lines = open.flatMap((fulfillmentOrder) => fulfillmentOrder.lines);
  const openUnits = lines.reduce((sum, line) => sum + line.remainingQuantity, 0);
  return { openParcels: open.length, openUnits };
}

function shippedFrom(shop: ShopState, id: Id): { shippedParcels: number; shippedUnits: number } {
  const shipped = [...shop.fulfillments.values()].filter(
    ({ locationId, status }) => locationId === id && status === "success",
  );
  const lines = shipped.flatMap((fulfillment) => fulfillment.lines);
  const shippedUnits = lines.reduce((sum, line) => sum + line.quantity, 0);
  return { shippedParcels: shipped.length, shippedUnits };
}

function stockRows(shop: ShopState): StockRow[] {
  const levels = [...shop.levels.values()].flatMap((byLocation) => [...byLocation.values()]);
  return levels.map((level) => ({
    sku: shop.inventoryItems.get(level.inventoryItemId)?.sku ?? "",
    itemId: level.inventoryItemId,
    locationId: level.locationId,
    available: level.units.available,
    committed: level.units.committed,
    onHand: onHand(level),
  }));
}

function imbalancesIn(shop: ShopState, stock: readonly StockRow[]): Ledger["imbalances"] {
  const promised = promisedUnits(shop);
  return stock.flatMap(({ sku, itemId, locationId, committed }) => {
    const units = promised.get(`${itemId} ${locationId}`) ?? 0;
    return units === committed ? [] : [{ sku, locationId, committed, promised: units }];
  });
}

/** Remaining units of active fulfillment orders, by "item location". */
function promisedUnits(shop: ShopState): Map<string, number> {
  const promised = new Map<string, number>();
  for (const fulfillmentOrder of shop.fulfillmentOrders.values()) {
    if (!isActive(fulfillmentOrder)) continue;
    for (const { lineItemId, remainingQuantity } of fulfillmentOrder.lines) {
      const variantId = shop.lineItems.get(lineItemId)?.variantId ?? "";
      const itemId = shop.variants.get(variantId)?.inventoryItemId ?? "";
      const key = `${itemId} ${fulfillmentOrder.locationId}`;
      promised.set(key, (promised.get(key) ?? 0) + remainingQuantity);
    }
  }
  return promised;
}
