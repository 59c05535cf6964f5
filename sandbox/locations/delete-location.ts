import { isActive } from "../fulfillment-orders/status.ts";
import { actInShop, announce } from "../shop/events.ts";
import type { Id, ShopState } from "../shop/state.ts";

/** Deletes a closed location for good, with its stock. Throws while it is open or has work. */
export function deleteLocation(shop: ShopState, id: Id): void {
  const location = shop.locations.get(id);
  if (location === undefined) throw new Error(`No location ${id}`);
  if (location.active) throw new Error("The location must be deactivated before it is deleted.");
  const hasWork = [...shop.fulfillmentOrders.values()].some(
    (fulfillmentOrder) => fulfillmentOrder.locationId === id && isActive(fulfillmentOrder),
  );
  if (hasWork) throw new Error("The location has open fulfillment orders.");
  actInShop(shop, () => {
    shop.locations.delete(id);
    for (const levels of shop.levels.values()) levels.delete(id);
    announce(shop, "locations/delete", () => ({ id: BigInt(id) }));
  });
}
