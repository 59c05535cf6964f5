import {
  fulfilAsStaff,
  holdAsStaff,
  moveAsStaff,
  releaseAsStaff,
} from "#sandbox/fulfillment-orders/act-as-staff.ts";
import { isActive } from "#sandbox/fulfillment-orders/status.ts";
import { cancelOrder } from "#sandbox/orders/cancel-order.ts";
import { editOrder } from "#sandbox/orders/edit-order.ts";
import type { Order } from "#sandbox/orders/order.ts";
import { createRefund } from "#sandbox/refunds/create-refund.ts";
import type { ShopState } from "#sandbox/shop/state.ts";

/** One thing a person does to an order behind the app's back. Shopify may refuse it: then nothing. */
export function actAsBusyStaff(shop: ShopState, order: Order, random: () => number): void {
  const acts = [cancel, editDown, addLine, move, hold, release, refund, ship];
  try {
    acts[Math.floor(random() * acts.length)]?.(shop, order, random);
  } catch (error) {
    if (!(error instanceof Error) || error instanceof TypeError) throw error;
  }
}

type Random = () => number;

function pick<T>(from: readonly T[], random: Random): T {
  const item = from[Math.floor(random() * from.length)];
  if (item === undefined) throw new Error("nothing to pick from");
  return item;
}

function openOnes(shop: ShopState, order: Order) {
  return [...shop.fulfillmentOrders.values()].filter(
    (one) => one.orderId === order.id && isActive(one),
  );
}

function firstLine(shop: ShopState, order: Order) {
  const line = shop.lineItems.get(order.lineItemIds[0] ?? "");
  const sku = [...shop.variantsBySku].find(([, variant]) => variant.id === line?.variantId)?.[0];
  if (!line || sku === undefined) throw new Error("no line");
  return { line, sku, unshipped: line.currentQuantity - line.fulfilledQuantity };
}

function cancel(shop: ShopState, { id: orderId }: Order): void {
  cancelOrder(shop, { orderId, reason: "customer", restock: true });
}

function editDown(shop: ShopState, order: Order): void {
  const { sku, line } = firstLine(shop, order);
  const quantity = Math.max(0, line.currentQuantity - 1);
  editOrder(shop, order.id, { quantities: [{ sku, quantity }] });
}

function addLine(shop: ShopState, order: Order, random: Random): void {
  const sku = pick([...shop.variantsBySku.keys()], random);
  editOrder(shop, order.id, { quantities: [{ sku, quantity: 1 + Math.floor(random() * 2) }] });
}

function move(shop: ShopState, order: Order, random: Random): void {
  const one = pick(openOnes(shop, order), random);
  const others = [...shop.locations.values()].filter(
    ({ id, active, fulfillsOnlineOrders }) =>
      active && fulfillsOnlineOrders && id !== one.locationId,
  );
  moveAsStaff(shop, { id: one.id, newLocationId: pick(others, random).id });
}

function hold(shop: ShopState, order: Order, random: Random): void {
  holdAsStaff(shop, { id: pick(openOnes(shop, order), random).id });
}

function release(shop: ShopState, order: Order): void {
  for (const one of openOnes(shop, order)) releaseAsStaff(shop, one.id);
}

function refund(shop: ShopState, order: Order, random: Random): void {
  const { line, unshipped } = firstLine(shop, order);
  if (unshipped < 1) return;
  const restockType = pick(["cancel", "no_restock"] as const, random);
  const lines = [{ lineItemId: line.id, quantity: 1, restockType, locationId: null }];
  createRefund(shop, { orderId: order.id, note: null, lines });
}

function ship(shop: ShopState, order: Order, random: Random): void {
  fulfilAsStaff(shop, { id: pick(openOnes(shop, order), random).id });
}
