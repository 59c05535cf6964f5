import { isActive } from "#sandbox/fulfillment-orders/status.ts";
import { ledgerOf } from "#sandbox/ledger.ts";
import type { ShopState } from "#sandbox/shop/state.ts";
import { listLiveOrders } from "./list-live-orders.ts";
import type { BookedOrder, Books } from "./read-books.ts";

/**
 * Holds the app's books against Shopify's: every allocation of every order, every mirrored quantity,
 * every committed unit. Returns one sentence per disagreement; none means both tell the same story.
 */
export function compareBooks(books: Books, shop: ShopState): string[] {
  const known = new Set(books.orders.map((order) => order.orderId));
  const forgotten = listLiveOrders(shop).filter((order) => !known.has(order.id));
  return [
    ...forgotten.map((order) => `${order.name} is in Shopify but not in Backroom.`),
    ...books.orders.flatMap((order) => compareOrder(order, shop)),
    ...compareStock(books, shop),
    ...ledgerOf(shop).imbalances.map(
      (row) =>
        `${row.sku} at ${row.locationId}: ${row.committed} committed, ${row.promised} promised.`,
    ),
    ...(books.activeReservations > 0
      ? [`${books.activeReservations} reservations are not reflected in Shopify.`]
      : []),
  ];
}

/**
 * Planned units must lie where planned, or have been shipped since; what lies elsewhere must be
 * exactly what was left unfilled.
 */
function compareOrder(order: BookedOrder, shop: ShopState): string[] {
  if (!hasPlanInForce(order)) return [];
  const placed = unitsInShopify(order.orderId, shop);
  const shipped = unitsShipped(order.orderId, shop);
  const complaints: string[] = [];
  for (const [place, units] of plannedUnits(order)) {
    const there = placed.get(place) ?? 0;
    const lineId = place.split("@")[0] ?? "";
    const gone = Math.min(Math.max(0, units - there), shipped.get(lineId) ?? 0);
    shipped.set(lineId, (shipped.get(lineId) ?? 0) - gone);
    if (there + gone < units)
      complaints.push(`${order.name}: ${units} planned at ${place}, Shopify has ${there}.`);
    placed.set(place, there + gone - units);
  }
  const elsewhere = [...placed.values()].reduce((sum, units) => sum + Math.max(0, units), 0);
  if (elsewhere !== order.unfilledUnits) {
    complaints.push(
      `${order.name}: ${elsewhere} units lie outside the plan, ${order.unfilledUnits} are unfilled.`,
    );
  }
  return complaints;
}

/** False for orders that are over, and while someone else's hold keeps an order from its plan. */
function hasPlanInForce({ status, outcome }: BookedOrder): boolean {
  if (status === "held") return outcome === "held";
  return status !== "cancelled" && status !== "fulfilled";
}

/** Line item -> units that left, whoever shipped them. */
function unitsShipped(orderId: string, shop: ShopState): Map<string, number> {
  const lineIds = shop.orders.get(orderId)?.lineItemIds ?? [];
  return new Map(lineIds.map((id) => [id, shop.lineItems.get(id)?.fulfilledQuantity ?? 0]));
}

/** "line@location" -> units. */
function plannedUnits(order: BookedOrder): Map<string, number> {
  const planned = new Map<string, number>();
  for (const parcel of order.parcels) {
    for (const line of parcel.lines)
      planned.set(`${line.lineId}@${parcel.locationId}`, line.quantity);
  }
  return planned;
}

function unitsInShopify(orderId: string, shop: ShopState): Map<string, number> {
  const placed = new Map<string, number>();
  for (const fulfillmentOrder of shop.fulfillmentOrders.values()) {
    if (fulfillmentOrder.orderId !== orderId || !isActive(fulfillmentOrder)) continue;
    for (const line of fulfillmentOrder.lines) {
      const place = `${line.lineItemId}@${fulfillmentOrder.locationId}`;
      placed.set(place, (placed.get(place) ?? 0) + line.remainingQuantity);
    }
  }
  return placed;
}

function compareStock(books: Books, shop: ShopState): string[] {
  const mirror = new Map(
    books.levels.map((level) => [`${level.inventoryItemId}@${level.locationId}`, level.available]),
  );
  return ledgerOf(shop).stock.flatMap((row) => {
    const ours = mirror.get(`${row.itemId}@${row.locationId}`);
    if (ours === row.available) return [];
    return [
      `${row.sku} at ${row.locationId}: Shopify has ${row.available} available, we have ${ours}.`,
    ];
  });
}
