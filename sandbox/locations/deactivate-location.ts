import { moveFulfillmentOrder } from "../fulfillment-orders/move.ts";
import { isActive } from "../fulfillment-orders/status.ts";
import { rankedLocations } from "../orders/route-order.ts";
import { actInShop, announce } from "../shop/events.ts";
import { nowIn } from "../shop/now.ts";
import type { Id, ShopState } from "../shop/state.ts";
import type { Location } from "./location.ts";
import { locationPayload } from "./location-payload.ts";

/**
 * Closes a location. Its open fulfillment orders go to the highest-priority other location, as the
 * admin asks for one ("choose a location to reassign"). Stock stays on its levels, inactive.
 */
export function deactivateLocation(shop: ShopState, id: Id): Location {
  const location = shop.locations.get(id);
  if (location === undefined) throw new Error(`No location ${id}`);
  return actInShop(shop, () => {
    location.active = false;
    location.deactivatedAt = location.updatedAt = nowIn(shop);
    handOver(shop, location);
    announce(shop, "locations/deactivate", () => locationPayload(location));
    return location;
  });
}

function handOver(shop: ShopState, closing: Location): void {
  const heir = rankedLocations(shop).find(({ id }) => id !== closing.id);
  if (heir === undefined) return;
  for (const fulfillmentOrder of [...shop.fulfillmentOrders.values()]) {
    if (fulfillmentOrder.locationId !== closing.id || !isActive(fulfillmentOrder)) continue;
    moveFulfillmentOrder(shop, fulfillmentOrder, heir.id, null);
  }
}
