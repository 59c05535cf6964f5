import { completeAddress } from "../locations/create-location.ts";
import type { Address } from "../locations/location.ts";
import { actInShop, announce } from "../shop/events.ts";
import { newId } from "../shop/new-id.ts";
import { nowIn } from "../shop/now.ts";
import type { Id, ShopState } from "../shop/state.ts";
import { assignFulfillmentOrders } from "./assign-fulfillment-orders.ts";
import type { Customer, LineItem, Order, RiskLevel } from "./order.ts";
import { orderPayload } from "./order-payload.ts";

export interface NewOrder {
  lines: { sku: string; quantity: number }[];
  destination?: Partial<Address>;
  shippingLine?: { title: string; code: string; price: string };
  /** Default "shipping". */
  deliveryMethod?: "shipping" | "local" | "pickup";
  /** Required for a pickup order. */
  pickupLocationId?: Id;
  tags?: string[];
  customerTags?: string[];
  /** Default "web". */
  sourceName?: string;
  email?: string;
  /** Default "low". */
  riskLevel?: RiskLevel;
  note?: string;
  /** When fulfilment may begin; in the future it makes scheduled fulfillment orders. */
  fulfillAt?: string;
  /** Default now. */
  routing?: "now" | "later";
}

const METHOD_TYPES = { shipping: "shipping", local: "local", pickup: "pick_up" } as const;

/**
 * A customer buys: the order is made and announced, and only then a background worker assigns its
 * fulfillment orders and claims their units, so that at orders/create there are none yet.
 * With `routing: "later"` the caller runs that worker: `assignFulfillmentOrders`.
 * Throws on an unknown SKU, an empty basket, or a pickup order without a location.
 */
export function placeOrder(shop: ShopState, input: NewOrder): Order {
  if (input.lines.length === 0) throw new Error("An order needs a line");
  if (input.deliveryMethod === "pickup" && !shop.locations.has(input.pickupLocationId ?? "")) {
    throw new Error("A pickup order needs an existing pickupLocationId");
  }
  const order = actInShop(shop, () => createOrder(shop, input));
  if (input.routing !== "later") assignFulfillmentOrders(shop, order);
  return order;
}

function createOrder(shop: ShopState, input: NewOrder): Order {
  const order = emptyOrder(shop, input);
  for (const { sku, quantity } of input.lines) addLineItem(shop, order, sku, quantity);
  shop.orders.set(order.id, order);
  shop.nextOrderNumber += 1;
  announce(shop, "orders/create", () => orderPayload(shop, order));
  announce(shop, "orders/paid", () => orderPayload(shop, order));
  return order;
}

function emptyOrder(shop: ShopState, input: NewOrder): Order {
  const now = nowIn(shop);
  return {
    id: newId(shop, "Order"),
    number: shop.nextOrderNumber,
    name: `#${shop.nextOrderNumber}`,
    createdAt: now,
    processedAt: now,
    updatedAt: now,
    closedAt: null,
    cancelledAt: null,
    cancelReason: null,
    financialStatus: "paid",
    test: true,
    edited: false,
    retailLocationId: null,
    lineItemIds: [],
    fulfillmentOrderIds: [],
    fulfillmentIds: [],
    refundIds: [],
    customer: newCustomer(shop, input, now),
    shippingLine: shippingLineOf(shop, input),
    ...wishesOf(input),
    ...deliveryOf(shop, input),
  };
}

function wishesOf(input: NewOrder) {
  return {
    email: input.email ?? null,
    tags: sortedTags(input.tags ?? []),
    note: input.note ?? null,
    sourceName: input.sourceName ?? "web",
    riskLevel: input.riskLevel ?? "low",
    fulfillAt: input.fulfillAt ?? null,
  };
}

function deliveryOf(shop: ShopState, input: NewOrder) {
  const isPickup = input.deliveryMethod === "pickup";
  return {
    deliveryMethod: METHOD_TYPES[input.deliveryMethod ?? "shipping"],
    pickupLocationId: input.pickupLocationId ?? null,
    destinationId: isPickup ? null : newId(shop, "FulfillmentOrderDestination"),
    destination: isPickup ? null : addressOf(input.destination ?? AT_HOME),
  };
}

/** Shopify keeps an order's tags without repeats, in alphabetical order. */
export function sortedTags(tags: readonly string[]): string[] {
  const trimmed = tags.map((tag) => tag.trim()).filter((tag) => tag !== "");
  return [...new Set(trimmed)].sort((one, other) => one.localeCompare(other, "en"));
}

/** Where an order goes that names no destination: Denver. */
const AT_HOME = {
  province: "Colorado",
  provinceCode: "CO",
  latitude: 39.7312,
  longitude: -104.9826,
};

function addressOf(given: Partial<Address>): Address {
  return completeAddress({
    firstName: "Robin",
    lastName: "Hale",
    address1: "12 Elm Street",
    city: "Denver",
    zip: "80203",
    phone: "+15555550123",
    ...given,
  });
}

function newCustomer(shop: ShopState, input: NewOrder, now: string): Customer {
  return {
    id: newId(shop, "Customer"),
    email: input.email ?? null,
    tags: sortedTags(input.customerTags ?? []),
    firstName: input.destination?.firstName ?? "Robin",
    lastName: input.destination?.lastName ?? "Hale",
    createdAt: now,
  };
}

function shippingLineOf(shop: ShopState, input: NewOrder): Order["shippingLine"] {
  const standard =
    input.deliveryMethod === "pickup"
      ? { title: "Pickup in store", code: "pickup", price: "0.00" }
      : { title: "Standard", code: "standard", price: "6.90" };
  return { id: newId(shop, "ShippingLine"), ...(input.shippingLine ?? standard) };
}

/** Adds a new line item to an order; its units are not assigned to any location yet. */
export function addLineItem(
  shop: ShopState,
  order: Order,
  sku: string,
  quantity: number,
  id: Id = newId(shop, "LineItem"),
): LineItem {
  const variant = shop.variantsBySku.get(sku);
  if (variant === undefined) throw new Error(`No SKU ${sku}`);
  if (!Number.isInteger(quantity) || quantity < 1) throw new Error(`Bad quantity ${quantity}`);
  const lineItem: LineItem = {
    id,
    orderId: order.id,
    variantId: variant.id,
    quantity,
    currentQuantity: quantity,
    fulfilledQuantity: 0,
    refundedQuantity: 0,
    unitPrice: variant.price,
  };
  shop.lineItems.set(lineItem.id, lineItem);
  order.lineItemIds.push(lineItem.id);
  return lineItem;
}
