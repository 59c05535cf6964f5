import { actInShop, announce } from "../shop/events.ts";
import { nowIn } from "../shop/now.ts";
import { done, refuse, type Outcome } from "../shop/outcome.ts";
import type { Id, ShopState } from "../shop/state.ts";
import type { FulfillmentOrder } from "./fulfillment-order.ts";
import { brief } from "./payloads.ts";
import { isActive, unitsRemaining } from "./status.ts";

/** The customer may come: marks pickup orders as prepared, which sends the customer a mail. */
export function prepareForPickup(shop: ShopState, ids: readonly Id[]): Outcome<FulfillmentOrder[]> {
  const prepared: FulfillmentOrder[] = [];
  for (const id of ids) {
    const fulfillmentOrder = shop.fulfillmentOrders.get(id);
    if (fulfillmentOrder === undefined || !isForPickup(fulfillmentOrder)) {
      return refuse("Invalid fulfillment order ID provided.", "FULFILLMENT_ORDER_INVALID");
    }
    if (unitsRemaining(fulfillmentOrder) === 0 || !isActive(fulfillmentOrder)) {
      return refuse(
        "The fulfillment order does not have any line items that can be prepared.",
        "NO_LINE_ITEMS_TO_PREPARE_FOR_FULFILLMENT_ORDER",
      );
    }
    prepared.push(fulfillmentOrder);
  }
  return actInShop(shop, () => {
    for (const fulfillmentOrder of prepared) markPrepared(shop, fulfillmentOrder);
    return done(prepared);
  });
}

function isForPickup({ deliveryMethod }: FulfillmentOrder): boolean {
  return deliveryMethod.type === "pick_up";
}

function markPrepared(shop: ShopState, fulfillmentOrder: FulfillmentOrder): void {
  fulfillmentOrder.preparedForPickup = true;
  fulfillmentOrder.updatedAt = nowIn(shop);
  announce(shop, "fulfillment_orders/line_items_prepared_for_pickup", () => ({
    fulfillment_order: {
      ...brief(fulfillmentOrder),
      preparable: false,
      delivery_method: { method_type: "pickup" },
    },
  }));
}
