import { expect, test } from "vitest";
import { placeOrder } from "#sandbox/orders/place-order.ts";
import { onShopEvent } from "#sandbox/shop/events.ts";
import { locationNamed, unitsAt } from "./admin-client.ts";
import { assignments, MUG, shopWith, SOCKS } from "./bare-shop.ts";

const BOTH = [
  { sku: SOCKS, quantity: 1 },
  { sku: MUG, quantity: 1 },
];

test("native routing: fewest locations first, then the closest", () => {
  const { shop } = shopWith(
    [SOCKS, "Denver Store", 5],
    [MUG, "Boulder Store", 5],
    [SOCKS, "Seattle Store", 5],
    [MUG, "Seattle Store", 5],
    [SOCKS, "New York Store", 5],
    [MUG, "New York Store", 5],
  );
  const order = placeOrder(shop, { lines: BOTH });
  expect(assignments(shop, order)).toEqual([["Seattle Store", [1, 1]]]);
});

test("native routing never splits one line's quantity, and an oversold line goes to the first that stocks it", () => {
  const { shop } = shopWith([SOCKS, "Denver Store", 3], [SOCKS, "Boulder Store", 3]);
  const order = placeOrder(shop, { lines: [{ sku: SOCKS, quantity: 5 }] });
  expect(assignments(shop, order)).toEqual([["Columbus Warehouse", [5]]]);
  const columbus = locationNamed(shop, "Columbus Warehouse");
  expect(unitsAt(shop, SOCKS, columbus)).toEqual({ available: -5, committed: 5 });
});

test("a line no single location shares with the others makes a second fulfillment order", () => {
  const { shop } = shopWith([SOCKS, "Denver Store", 5], [MUG, "Boulder Store", 5]);
  const order = placeOrder(shop, { lines: BOTH });
  expect(assignments(shop, order)).toEqual([
    ["Denver Store", [1]],
    ["Boulder Store", [1]],
  ]);
});

test("a pickup order stays at its location, stocked or not", () => {
  const { shop } = shopWith([SOCKS, "Denver Store", 5]);
  const pickupLocationId = locationNamed(shop, "Boulder Store");
  const order = placeOrder(shop, {
    lines: [{ sku: SOCKS, quantity: 1 }],
    deliveryMethod: "pickup",
    pickupLocationId,
  });
  expect(assignments(shop, order)).toEqual([["Boulder Store", [1]]]);
  expect(order.destination).toBeNull();
});

test("at orders/create there are no fulfillment orders yet; order_routing_complete follows", () => {
  const { shop, events } = shopWith([SOCKS, "Denver Store", 5]);
  const seen: number[] = [];
  onShopEvent(shop, ({ topic }) => {
    if (topic === "orders/create") seen.push(shop.fulfillmentOrders.size);
  });
  placeOrder(shop, { lines: [{ sku: SOCKS, quantity: 1 }] });
  expect(seen).toEqual([0]);
  expect(events.map(({ topic }) => topic)).toEqual([
    "orders/create",
    "orders/paid",
    "inventory_levels/update",
    "fulfillment_orders/order_routing_complete",
  ]);
});
