import { expect, test } from "vitest";
import { setStock } from "#sandbox/inventory/set-stock.ts";
import { placeOrder } from "#sandbox/orders/place-order.ts";
import { ask, gid, locationNamed, only, testShop, unitsAt } from "./admin-client.ts";
import { MOVE, READ, SPLIT } from "./fulfillment-order-mutations.ts";
import type {
  FulfillmentOrderNode,
  MovePayload,
  SplitPayload,
} from "./fulfillment-order-mutations.ts";

const [SOCKS, MUG] = ["SCK-M", "MUG-WHITE"];

/** An order of 2 socks and 3 mugs, routed natively to the Denver store. */
function orderAtDenver() {
  const { shop, events, clock } = testShop();
  const [denver, boulder] = [
    locationNamed(shop, "Denver Store"),
    locationNamed(shop, "Boulder Store"),
  ];
  for (const sku of [SOCKS, MUG]) {
    for (const locationId of [denver, boulder]) setStock(shop, { sku, locationId, available: 10 });
  }
  const order = placeOrder(shop, {
    lines: [
      { sku: SOCKS, quantity: 2 },
      { sku: MUG, quantity: 3 },
    ],
  });
  events.length = 0;
  const id = gid("FulfillmentOrder", only(order.fulfillmentOrderIds));
  const lines = shop.fulfillmentOrders.get(only(order.fulfillmentOrderIds))?.lines ?? [];
  const lineIds = lines.map((line) => gid("FulfillmentOrderLineItem", line.id));
  return { shop, events, clock, order, denver, boulder, id, lineIds };
}

function quantities(node: FulfillmentOrderNode | null) {
  return node?.lineItems.nodes.map(({ totalQuantity, remainingQuantity }) => [
    totalQuantity,
    remainingQuantity,
  ]);
}

test("a partial move makes a new fulfillment order with new line ids, as captured", async () => {
  const { shop, id, lineIds, boulder, denver, order } = orderAtDenver();
  const [socks, mugs] = lineIds;
  const { movedFulfillmentOrder, originalFulfillmentOrder, ...rest } = await ask<MovePayload>(
    shop,
    MOVE,
    {
      id,
      to: gid("Location", boulder),
      lines: [
        { id: socks, quantity: 2 },
        { id: mugs, quantity: 1 },
      ],
    },
  );
  expect(rest).toEqual({ remainingFulfillmentOrder: { id }, userErrors: [] });
  expect(movedFulfillmentOrder?.id).not.toBe(id);
  expect(movedFulfillmentOrder?.status).toBe("OPEN");
  expect(movedFulfillmentOrder?.assignedLocation.location.id).toBe(gid("Location", boulder));
  expect(quantities(movedFulfillmentOrder)).toEqual([
    [2, 2],
    [1, 1],
  ]);
  const movedLines = movedFulfillmentOrder?.lineItems.nodes ?? [];
  expect(movedLines.some((line) => lineIds.includes(line.id))).toBe(false);
  expect(movedLines.map(({ lineItem }) => lineItem.id)).toEqual(
    order.lineItemIds.map((lineItemId) => gid("LineItem", lineItemId)),
  );
  expect(originalFulfillmentOrder?.id).toBe(id);
  expect(originalFulfillmentOrder?.lineItems.nodes.map((line) => line.id)).toEqual([mugs]);
  expect(quantities(originalFulfillmentOrder)).toEqual([[2, 2]]);
  expect(unitsAt(shop, MUG, denver)).toEqual({ available: 8, committed: 2 });
  expect(unitsAt(shop, MUG, boulder)).toEqual({ available: 9, committed: 1 });
  expect(unitsAt(shop, SOCKS, denver)).toEqual({ available: 10, committed: 0 });
});

test("a whole move keeps the id, leaves nothing remaining and tells of it", async () => {
  const { shop, events, id, boulder, denver } = orderAtDenver();
  const payload = await ask<MovePayload>(shop, MOVE, { id, to: gid("Location", boulder) });
  expect(payload.movedFulfillmentOrder?.id).toBe(id);
  expect(payload.originalFulfillmentOrder?.id).toBe(id);
  expect(payload.remainingFulfillmentOrder).toBeNull();
  const moved = only(events.filter(({ topic }) => topic === "fulfillment_orders/moved"));
  expect(JSON.parse(moved.body)).toMatchObject({
    moved_fulfillment_order: { id, status: "open", assigned_location_id: gid("Location", boulder) },
    destination_location_id: gid("Location", boulder),
    source_location: { id: gid("Location", denver) },
  });
  const levels = events.filter(({ topic }) => topic === "inventory_levels/update");
  expect(levels).toHaveLength(4);
  expect(new Set(events.map(({ eventId }) => eventId)).size).toBe(1);
});

test("a move may drive the destination negative", async () => {
  const { shop, id, boulder } = orderAtDenver();
  setStock(shop, { sku: MUG, locationId: boulder, available: 1 });
  const payload = await ask<MovePayload>(shop, MOVE, { id, to: gid("Location", boulder) });
  expect(payload.userErrors).toEqual([]);
  expect(unitsAt(shop, MUG, boulder)).toEqual({ available: -2, committed: 3 });
});

test("a move to where the order is already active recreates both in a new fulfillment order", async () => {
  const { shop, id, lineIds, boulder } = orderAtDenver();
  const to = gid("Location", boulder);
  const first = await ask<MovePayload>(shop, MOVE, {
    id,
    to,
    lines: [{ id: lineIds[1], quantity: 1 }],
  });
  const resident = first.movedFulfillmentOrder?.id;
  const second = await ask<MovePayload>(shop, MOVE, { id, to });
  expect([id, resident]).not.toContain(second.movedFulfillmentOrder?.id);
  expect(quantities(second.movedFulfillmentOrder)).toEqual([
    [2, 2],
    [3, 3],
  ]);
  expect(second.originalFulfillmentOrder?.status).toBe("CLOSED");
  const closed = await ask<FulfillmentOrderNode>(shop, READ, { id: resident });
  expect(closed.status).toBe("CLOSED");
  expect(quantities(closed)).toEqual([[0, 0]]);
});

test("a split keeps the rest on the original id and gives the split units a new one", async () => {
  const { shop, clock } = testShop();
  clock.advance(1);
  const order = placeOrder(shop, { lines: [{ sku: SOCKS, quantity: 3 }] });
  const original = shop.fulfillmentOrders.get(only(order.fulfillmentOrderIds));
  const id = gid("FulfillmentOrder", original?.id ?? "");
  const line = gid("FulfillmentOrderLineItem", original?.lines[0]?.id ?? "");
  const { fulfillmentOrderSplits, userErrors } = await ask<SplitPayload>(shop, SPLIT, {
    splits: [{ fulfillmentOrderId: id, fulfillmentOrderLineItems: [{ id: line, quantity: 1 }] }],
  });
  expect(userErrors).toEqual([]);
  const split = only(fulfillmentOrderSplits ?? []);
  expect(split.fulfillmentOrder.id).toBe(id);
  expect(split.fulfillmentOrder.lineItems.nodes).toMatchObject([
    { id: line, totalQuantity: 2, remainingQuantity: 2 },
  ]);
  expect(split.fulfillmentOrder.supportedActions.map(({ action }) => action)).toEqual([
    "CREATE_FULFILLMENT",
    "REPORT_PROGRESS",
    "MOVE",
    "HOLD",
    "SPLIT",
    "MERGE",
  ]);
  const remaining = split.remainingFulfillmentOrder;
  expect(remaining.id).not.toBe(id);
  expect(quantities(remaining)).toEqual([[1, 1]]);
  expect(remaining.lineItems.nodes[0]?.id).not.toBe(line);
  expect(remaining.supportedActions.map(({ action }) => action)).not.toContain("SPLIT");
  expect(split.replacementFulfillmentOrder).toBeNull();
  const read = await ask<FulfillmentOrderNode>(shop, READ, { id });
  expect(read.supportedActions.map(({ action }) => action)).not.toContain("MERGE");
});

test("a batch of splits is atomic", async () => {
  const { shop, id, lineIds } = orderAtDenver();
  const before = shop.fulfillmentOrders.size;
  const payload = await ask<SplitPayload>(shop, SPLIT, {
    splits: [
      {
        fulfillmentOrderId: id,
        fulfillmentOrderLineItems: [{ id: lineIds[0], quantity: 1 }],
      },
      {
        fulfillmentOrderId: gid("FulfillmentOrder", "999"),
        fulfillmentOrderLineItems: [{ id: lineIds[0], quantity: 1 }],
      },
    ],
  });
  expect(payload.fulfillmentOrderSplits).toBeNull();
  expect(payload.userErrors).toEqual([
    {
      field: null,
      message: "Fulfillment order does not exist.",
      code: "FULFILLMENT_ORDER_NOT_FOUND",
    },
  ]);
  expect(shop.fulfillmentOrders.size).toBe(before);
});

test("fulfillAt is the creation time cut to the hour", () => {
  const { shop, order } = orderAtDenver();
  const made = shop.fulfillmentOrders.get(only(order.fulfillmentOrderIds));
  expect(made?.fulfillAt).toBe("2026-11-21T15:00:00Z");
});
