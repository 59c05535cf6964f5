import type { FulfillmentOrder } from "#sandbox/fulfillment-orders/fulfillment-order.ts";
import type { Order } from "#sandbox/orders/order.ts";
import type { ShopState } from "#sandbox/shop/state.ts";
import { fulfillmentOrdersOf, statusOf } from "../admin/order-status.ts";

/** An order as the control API tells it: what was bought, and which location has which part. */
export function describeOrder(shop: ShopState, order: Order) {
  return {
    id: order.id,
    name: order.name,
    createdAt: order.createdAt,
    status: statusOf(shop, order),
    deliveryMethod: order.deliveryMethod,
    tags: order.tags,
    lines: order.lineItemIds
      .flatMap((id) => shop.lineItems.get(id) ?? [])
      .map((line) => ({
        id: line.id,
        sku: skuOf(shop, line.id),
        quantity: line.quantity,
        currentQuantity: line.currentQuantity,
        fulfilledQuantity: line.fulfilledQuantity,
      })),
    fulfillmentOrders: fulfillmentOrdersOf(shop, order).map((one) => describeParcel(shop, one)),
  };
}

function describeParcel(shop: ShopState, fulfillmentOrder: FulfillmentOrder) {
  return {
    id: fulfillmentOrder.id,
    status: fulfillmentOrder.status,
    locationId: fulfillmentOrder.locationId,
    locationName: shop.locations.get(fulfillmentOrder.locationId)?.name ?? null,
    holds: fulfillmentOrder.holds.map((hold) => ({
      id: hold.id,
      reason: hold.reason,
      handle: hold.handle,
      heldBy: hold.heldBy?.appTitle ?? null,
    })),
    lines: fulfillmentOrder.lines.map((line) => ({
      id: line.id,
      lineItemId: line.lineItemId,
      sku: skuOf(shop, line.lineItemId),
      totalQuantity: line.totalQuantity,
      remainingQuantity: line.remainingQuantity,
    })),
  };
}

function skuOf(shop: ShopState, lineItemId: string): string | null {
  const variantId = shop.lineItems.get(lineItemId)?.variantId ?? "";
  return shop.variants.get(variantId)?.sku ?? null;
}
