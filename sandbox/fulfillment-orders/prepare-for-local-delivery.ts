import { actInShop, announce } from "../shop/events.ts";
import { nowIn } from "../shop/now.ts";
import type { Id, ShopState } from "../shop/state.ts";
import { brief } from "./payloads.ts";
import { isActive, unitsRemaining } from "./status.ts";

/** Staff packed a local delivery: the customer hears that it is on its way. Throws when it is none. */
export function prepareForLocalDelivery(shop: ShopState, id: Id): void {
  const fulfillmentOrder = shop.fulfillmentOrders.get(id);
  if (fulfillmentOrder?.deliveryMethod.type !== "local") {
    throw new Error("The fulfillment order is not for local delivery.");
  }
  if (unitsRemaining(fulfillmentOrder) === 0 || !isActive(fulfillmentOrder)) {
    throw new Error("The fulfillment order has nothing left to prepare.");
  }
  actInShop(shop, () => {
    fulfillmentOrder.updatedAt = nowIn(shop);
    announce(shop, "fulfillment_orders/line_items_prepared_for_local_delivery", () => ({
      fulfillment_order: {
        ...brief(fulfillmentOrder),
        preparable: false,
        delivery_method: { method_type: "local" },
      },
    }));
  });
}
