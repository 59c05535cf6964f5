import { createFulfillmentOrder } from "../fulfillment-orders/create.ts";
import type { FulfillmentOrder } from "../fulfillment-orders/fulfillment-order.ts";
import { brief } from "../fulfillment-orders/payloads.ts";
import { commitUnits } from "../inventory/commit-units.ts";
import { actInShop, announce } from "../shop/events.ts";
import type { Id, ShopState } from "../shop/state.ts";
import type { Order } from "./order.ts";
import { routeNatively, type LineToRoute, type RoutedGroup } from "./route-order.ts";

/**
 * The background worker of a new order: routes every line natively, makes one fulfillment order per
 * location and claims the units there. Announces fulfillment_orders/order_routing_complete for each.
 */
export function assignFulfillmentOrders(shop: ShopState, order: Order): FulfillmentOrder[] {
  return actInShop(shop, () => {
    const units = order.lineItemIds.map((lineItemId) => ({
      lineItemId,
      quantity: shop.lineItems.get(lineItemId)?.quantity ?? 0,
    }));
    const made = assignUnits(shop, order, units);
    for (const fulfillmentOrder of made) {
      announce(shop, "fulfillment_orders/order_routing_complete", () => ({
        fulfillment_order: brief(fulfillmentOrder),
      }));
    }
    return made;
  });
}

/** Routes units of an order and makes their fulfillment orders, announcing nothing about them. */
export function assignUnits(
  shop: ShopState,
  order: Order,
  units: readonly { lineItemId: Id; quantity: number }[],
): FulfillmentOrder[] {
  const lines = units.map((unit) => ({ ...unit, itemId: itemOf(shop, unit.lineItemId) }));
  return groupsOf(shop, order, lines).map((group) => {
    const fulfillmentOrder = createFulfillmentOrder(shop, order, {
      locationId: group.locationId,
      lines: group.lines,
      status: isInFuture(shop, order.fulfillAt) ? "scheduled" : "open",
    });
    for (const { lineItemId, quantity } of group.lines) {
      commitUnits(shop, { lineItemId, quantity, locationId: group.locationId });
    }
    return fulfillmentOrder;
  });
}

function groupsOf(shop: ShopState, order: Order, lines: LineToRoute[]): RoutedGroup[] {
  if (order.pickupLocationId !== null) return [{ locationId: order.pickupLocationId, lines }];
  return routeNatively(shop, lines, order.destination);
}

/** The inventory item a line item sells. */
export function itemOf(shop: ShopState, lineItemId: Id): Id {
  const lineItem = shop.lineItems.get(lineItemId);
  const variant = lineItem === undefined ? undefined : shop.variants.get(lineItem.variantId);
  if (variant === undefined) throw new Error(`No variant for line item ${lineItemId}`);
  return variant.inventoryItemId;
}

function isInFuture(shop: ShopState, instant: string | null): boolean {
  return instant !== null && Date.parse(instant) > shop.clock().getTime();
}
