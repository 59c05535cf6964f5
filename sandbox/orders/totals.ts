import type { ShopState } from "../shop/state.ts";
import { centsOf, moneyOf } from "../shop/money.ts";
import type { LineItem, Order } from "./order.ts";

/** The order's line items, in the order they were added. */
export function lineItemsOf(shop: ShopState, order: Order): LineItem[] {
  return order.lineItemIds.flatMap((id) => shop.lineItems.get(id) ?? []);
}

/** Value of the units ordered (or, current, of those still wanted), as decimal string. */
export function subtotalOf(shop: ShopState, order: Order, current = false): string {
  const cents = lineItemsOf(shop, order).reduce(
    (sum, line) => sum + centsOf(line.unitPrice) * (current ? line.currentQuantity : line.quantity),
    0,
  );
  return moneyOf(cents);
}

/** Subtotal and shipping, as decimal string; the sample shop charges no tax. */
export function totalOf(shop: ShopState, order: Order, current = false): string {
  const shipping = centsOf(order.shippingLine?.price ?? "0");
  return moneyOf(centsOf(subtotalOf(shop, order, current)) + shipping);
}

/** Weight of the units ordered, in grams. */
export function gramsOf(shop: ShopState, order: Order): number {
  return lineItemsOf(shop, order).reduce(
    (sum, line) => sum + gramsOfVariant(shop, line) * line.quantity,
    0,
  );
}

/** Weight of one unit of a line item, in grams. */
export function gramsOfVariant(shop: ShopState, line: LineItem): number {
  const variant = shop.variants.get(line.variantId);
  return shop.inventoryItems.get(variant?.inventoryItemId ?? "")?.weightGrams ?? 0;
}
