import { expect, test } from "vitest";
import { moveAsStaff } from "#sandbox/fulfillment-orders/act-as-staff.ts";
import { fulfillmentOrdersOf } from "#sandbox/fulfillment-orders/find.ts";
import { deactivateLocation } from "#sandbox/locations/deactivate-location.ts";
import { editOrder } from "#sandbox/orders/edit-order.ts";
import { displayFulfillmentStatus } from "#sandbox/orders/fulfillment-status.ts";
import { placeOrder } from "#sandbox/orders/place-order.ts";
import { settleJobs } from "#sandbox/shop/jobs.ts";
import { ask, gid, locationNamed, only, unitsAt } from "./admin-client.ts";
import { assignments, MUG, shopWith, SOCKS } from "./bare-shop.ts";
import { FULFIL } from "./fulfillment-order-mutations.ts";
import type { UserErrorNode } from "./fulfillment-order-mutations.ts";

test("fulfilment in part keeps the fulfillment order open, in full closes it; on_hand falls", async () => {
  const { shop, events } = shopWith([SOCKS, "Denver Store", 5]);
  const denver = locationNamed(shop, "Denver Store");
  const order = placeOrder(shop, { lines: [{ sku: SOCKS, quantity: 3 }] });
  const fulfillmentOrder = only(fulfillmentOrdersOf(shop, order));
  const line = only(fulfillmentOrder.lines);
  events.length = 0;
  const ship = (quantity: number) =>
    ask<{ fulfillment: unknown; userErrors: UserErrorNode[] }>(shop, FULFIL, {
      fulfillment: {
        lineItemsByFulfillmentOrder: [
          {
            fulfillmentOrderId: gid("FulfillmentOrder", fulfillmentOrder.id),
            fulfillmentOrderLineItems: [{ id: gid("FulfillmentOrderLineItem", line.id), quantity }],
          },
        ],
        trackingInfo: { company: "UPS", number: "1Z" },
      },
    });
  expect((await ship(1)).fulfillment).toMatchObject({
    status: "SUCCESS",
    totalQuantity: 1,
    trackingInfo: [{ company: "UPS", number: "1Z" }],
  });
  expect(fulfillmentOrder.status).toBe("open");
  expect([line.totalQuantity, line.remainingQuantity]).toEqual([3, 2]);
  expect(unitsAt(shop, SOCKS, denver)).toEqual({ available: 2, committed: 2 });
  expect(displayFulfillmentStatus(shop, order)).toBe("PARTIALLY_FULFILLED");
  await ship(2);
  expect(fulfillmentOrder.status).toBe("closed");
  expect(displayFulfillmentStatus(shop, order)).toBe("FULFILLED");
  expect(events.map(({ topic }) => topic)).toEqual([
    "fulfillments/create",
    "orders/partially_fulfilled",
    "orders/updated",
    "fulfillments/create",
    "orders/fulfilled",
    "orders/updated",
  ]);
});

const CANCEL_ORDER = `mutation($id: ID!, $restock: Boolean!) {
  orderCancel(orderId: $id, reason: CUSTOMER, restock: $restock, refundMethod: {originalPaymentMethodsRefund: true}) {
    job { id done } orderCancelUserErrors { field message code } } }`;

interface CancelPayload {
  job: { id: string; done: boolean } | null;
  orderCancelUserErrors: UserErrorNode[];
}

test("orderCancel is a job: nothing has changed at the answer, then units come back", async () => {
  const { shop, events } = shopWith([SOCKS, "Denver Store", 5]);
  const denver = locationNamed(shop, "Denver Store");
  const order = placeOrder(shop, { lines: [{ sku: SOCKS, quantity: 3 }] });
  events.length = 0;
  const payload = await ask<CancelPayload>(shop, CANCEL_ORDER, {
    id: gid("Order", order.id),
    restock: true,
  });
  expect(payload.job?.done).toBe(false);
  settleJobs(shop);
  expect(order.cancelReason).toBe("customer");
  expect(unitsAt(shop, SOCKS, denver)).toEqual({ available: 5, committed: 0 });
  expect(only(fulfillmentOrdersOf(shop, order)).status).toBe("closed");
  expect(events.map(({ topic }) => topic)).toEqual([
    "inventory_levels/update",
    "orders/cancelled",
    "orders/updated",
  ]);
  const job = await ask(shop, `query($id: ID!) { job(id: $id) { done } }`, { id: payload.job?.id });
  expect(job).toEqual({ done: true });
  const again = await ask<CancelPayload>(shop, CANCEL_ORDER, {
    id: gid("Order", order.id),
    restock: true,
  });
  expect(again.orderCancelUserErrors[0]?.code).toBe("INVALID");
});

test("an edit takes units off and routes added ones into a new fulfillment order, silently", () => {
  const { shop, events } = shopWith([SOCKS, "Denver Store", 9], [MUG, "Boulder Store", 9]);
  const denver = locationNamed(shop, "Denver Store");
  const order = placeOrder(shop, { lines: [{ sku: SOCKS, quantity: 3 }] });
  events.length = 0;
  editOrder(shop, order.id, {
    quantities: [
      { sku: SOCKS, quantity: 1 },
      { sku: MUG, quantity: 2 },
    ],
  });
  expect(assignments(shop, order)).toEqual([
    ["Denver Store", [1]],
    ["Boulder Store", [2]],
  ]);
  expect(unitsAt(shop, SOCKS, denver)).toEqual({ available: 8, committed: 1 });
  expect(events.map(({ topic }) => topic)).toEqual([
    "inventory_levels/update",
    "inventory_levels/update",
    "orders/edited",
    "orders/updated",
  ]);
});

test("the order edit session runs over the API with calculated ids", async () => {
  const { shop } = shopWith([SOCKS, "Denver Store", 9]);
  const order = placeOrder(shop, { lines: [{ sku: SOCKS, quantity: 3 }] });
  const begun = await ask<{
    calculatedOrder: { id: string; lineItems: { nodes: { id: string; quantity: number }[] } };
  }>(
    shop,
    `mutation($id: ID!) { orderEditBegin(id: $id) {
      calculatedOrder { id lineItems(first: 5) { nodes { id quantity } } } userErrors { message } } }`,
    { id: gid("Order", order.id) },
  );
  const { id, lineItems } = begun.calculatedOrder;
  const line = only(lineItems.nodes);
  expect(line.id).toContain("gid://shopify/CalculatedLineItem/");
  await ask(
    shop,
    `mutation($id: ID!, $line: ID!) { orderEditSetQuantity(id: $id, lineItemId: $line, quantity: 0, restock: true) {
      calculatedLineItem { quantity } userErrors { message } } }`,
    { id, line: line.id },
  );
  expect(assignments(shop, order)).toEqual([["Denver Store", [3]]]);
  await ask(
    shop,
    `mutation($id: ID!) { orderEditCommit(id: $id) { order { id } userErrors { message } } }`,
    { id },
  );
  expect(assignments(shop, order)).toEqual([]);
});

const REFUND = `mutation($input: RefundInput!, $key: String!) {
  refundCreate(input: $input) @idempotent(key: $key) {
    refund { id refundLineItems(first: 5) { nodes { quantity restockType } } }
    userErrors { field message } } }`;

test("a refund with CANCEL takes unshipped units off and makes them available", async () => {
  const { shop, events } = shopWith([SOCKS, "Denver Store", 9]);
  const denver = locationNamed(shop, "Denver Store");
  const order = placeOrder(shop, { lines: [{ sku: SOCKS, quantity: 3 }] });
  events.length = 0;
  const refundLineItems = [
    { lineItemId: gid("LineItem", only(order.lineItemIds)), quantity: 2, restockType: "CANCEL" },
  ];
  const input = { orderId: gid("Order", order.id), refundLineItems };
  await ask(shop, REFUND, { input, key: "r1" });
  expect(assignments(shop, order)).toEqual([["Denver Store", [1]]]);
  expect(unitsAt(shop, SOCKS, denver)).toEqual({ available: 8, committed: 1 });
  expect(events.map(({ topic }) => topic)).toContain("refunds/create");
});

test("a cancelled shipment reopens its units where they were; a second call does nothing", async () => {
  const { shop } = shopWith([SOCKS, "Denver Store", 5]);
  const order = placeOrder(shop, { lines: [{ sku: SOCKS, quantity: 2 }] });
  const denver = locationNamed(shop, "Denver Store");
  const id = gid("FulfillmentOrder", only(order.fulfillmentOrderIds));
  const { fulfillment } = await ask<{ fulfillment: { id: string } }>(shop, FULFIL, {
    fulfillment: { lineItemsByFulfillmentOrder: [{ fulfillmentOrderId: id }] },
  });
  const cancel = `mutation($id: ID!) { fulfillmentCancel(id: $id) { fulfillment { status } userErrors { message } } }`;
  for (let call = 0; call < 2; call += 1) {
    expect(await ask(shop, cancel, { id: fulfillment.id })).toEqual({
      fulfillment: { status: "CANCELLED" },
      userErrors: [],
    });
  }
  expect(assignments(shop, order)).toEqual([["Denver Store", [2]]]);
  expect(unitsAt(shop, SOCKS, denver)).toEqual({ available: 3, committed: 2 });
});

test("deactivating a location hands its open fulfillment orders over", () => {
  const { shop, events } = shopWith([SOCKS, "Denver Store", 5]);
  const order = placeOrder(shop, { lines: [{ sku: SOCKS, quantity: 1 }] });
  events.length = 0;
  deactivateLocation(shop, locationNamed(shop, "Denver Store"));
  expect(assignments(shop, order)).toEqual([["Columbus Warehouse", [1]]]);
  expect(events.map(({ topic }) => topic)).toContain("locations/deactivate");
  expect(events.map(({ topic }) => topic)).toContain("fulfillment_orders/moved");
});

test("staff act behind the app's back, and a refusal to them throws", () => {
  const { shop } = shopWith([SOCKS, "Denver Store", 5]);
  const order = placeOrder(shop, { lines: [{ sku: SOCKS, quantity: 1 }] });
  const id = only(order.fulfillmentOrderIds);
  moveAsStaff(shop, { id, newLocationId: locationNamed(shop, "Boulder Store") });
  expect(assignments(shop, order)).toEqual([["Boulder Store", [1]]]);
  expect(() => moveAsStaff(shop, { id, newLocationId: "7" })).toThrow("Location not found.");
});
