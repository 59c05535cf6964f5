import { isActive } from "#sandbox/fulfillment-orders/status.ts";
import { setStock } from "#sandbox/inventory/set-stock.ts";
import { ledgerOf } from "#sandbox/ledger.ts";
import type { ShopState } from "#sandbox/shop/state.ts";

/** Gives every location the same deep stock of every SKU, so that no order depends on another. */
export function stockDeeply(shop: ShopState, available: number): void {
  for (const sku of shop.variantsBySku.keys()) {
    for (const locationId of shop.locations.keys()) setStock(shop, { sku, locationId, available });
  }
}

/** Where every unit of every order lies in Shopify: "order line location" -> units, sorted. */
export function placements(shop: ShopState): string[] {
  const units = new Map<string, number>();
  for (const fulfillmentOrder of shop.fulfillmentOrders.values()) {
    if (!isActive(fulfillmentOrder)) continue;
    for (const line of fulfillmentOrder.lines) {
      const place = `${fulfillmentOrder.orderId} ${line.lineItemId} ${fulfillmentOrder.locationId}`;
      units.set(place, (units.get(place) ?? 0) + line.remainingQuantity);
    }
  }
  return [...units].map(([place, count]) => `${place} ${count}`).sort();
}

/** Every quantity of every item at every location, sorted. */
export function quantities(shop: ShopState): string[] {
  return ledgerOf(shop)
    .stock.map(
      (row) => `${row.sku} ${row.locationId} ${row.available} ${row.committed} ${row.onHand}`,
    )
    .sort();
}

/** Units ordered, by order line: what must be found somewhere, once. */
export function orderedUnits(shop: ShopState): number {
  return [...shop.lineItems.values()].reduce((sum, line) => sum + line.quantity, 0);
}
