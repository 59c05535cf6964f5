import { fulfillmentOrdersOf } from "#sandbox/fulfillment-orders/find.ts";
import { setStock } from "#sandbox/inventory/set-stock.ts";
import type { Order } from "#sandbox/orders/order.ts";
import type { ShopState } from "#sandbox/shop/state.ts";
import { locationNamed, testShop } from "./admin-client.ts";

export const SOCKS = "SCK-M";
export const MUG = "MUG-WHITE";

/** No stock anywhere but as given: SKU, location name, units. */
export function shopWith(...rows: [string, string, number][]) {
  const world = testShop();
  for (const sku of [SOCKS, MUG]) {
    for (const locationId of world.shop.locations.keys()) {
      setStock(world.shop, { sku, locationId, available: 0 });
    }
  }
  for (const [sku, name, available] of rows) {
    setStock(world.shop, { sku, locationId: locationNamed(world.shop, name), available });
  }
  world.events.length = 0;
  return world;
}

/** Active fulfillment orders: location name and remaining units per line. */
export function assignments(shop: ShopState, order: Order) {
  return fulfillmentOrdersOf(shop, order)
    .filter(({ status }) => status !== "closed")
    .map(({ locationId, lines }) => [
      shop.locations.get(locationId)?.name,
      lines.map((line) => line.remainingQuantity),
    ]);
}
