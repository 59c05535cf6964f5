import { expect, test } from "vitest";
import { fulfillmentOrdersOf } from "#sandbox/fulfillment-orders/find.ts";
import { placeOrder } from "#sandbox/orders/place-order.ts";
import { displayFulfillmentStatus } from "#sandbox/orders/fulfillment-status.ts";
import { APP, ask, gid, only, OTHER_APP, send, testShop } from "./admin-client.ts";
import {
  CANCEL,
  HOLD,
  MERGE,
  OPEN,
  RELEASE,
  REPORT,
  SPLIT,
} from "./fulfillment-order-mutations.ts";
import type {
  FulfillmentOrderNode,
  HoldPayload,
  OnePayload,
  SplitPayload,
  UserErrorNode,
} from "./fulfillment-order-mutations.ts";

function orderOfThree() {
  const { shop, events, clock } = testShop();
  const order = placeOrder(shop, { lines: [{ sku: "SCK-M", quantity: 3 }] });
  events.length = 0;
  const fulfillmentOrder = only(fulfillmentOrdersOf(shop, order));
  const line = only(fulfillmentOrder.lines);
  return {
    ...{ shop, events, clock, order, fulfillmentOrder },
    id: gid("FulfillmentOrder", fulfillmentOrder.id),
    lineId: gid("FulfillmentOrderLineItem", line.id),
  };
}

const topicsOf = (events: { topic: string }[]) => events.map(({ topic }) => topic);

test("a partial hold makes the original the held part, and its last release merges the rest back", async () => {
  const { shop, id, lineId, events, order } = orderOfThree();
  const held = await ask<HoldPayload>(shop, HOLD, {
    id,
    hold: { reason: "OTHER", fulfillmentOrderLineItems: [{ id: lineId, quantity: 1 }] },
  });
  expect(held.userErrors).toEqual([]);
  expect(held.fulfillmentOrder).toMatchObject({ id, status: "ON_HOLD" });
  expect(held.fulfillmentOrder?.supportedActions.map(({ action }) => action)).toEqual([
    "RELEASE_HOLD",
    "HOLD",
    "MOVE",
  ]);
  expect(held.fulfillmentOrder?.lineItems.nodes[0]?.remainingQuantity).toBe(1);
  expect(held.remainingFulfillmentOrder?.status).toBe("OPEN");
  expect(held.remainingFulfillmentOrder?.lineItems.nodes[0]?.remainingQuantity).toBe(2);
  expect(displayFulfillmentStatus(shop, order)).toBe("UNFULFILLED");
  expect(topicsOf(events)).toEqual([
    "fulfillment_orders/placed_on_hold",
    "fulfillment_holds/added",
  ]);

  events.length = 0;
  const released = await ask<OnePayload>(shop, RELEASE, { id });
  expect(released.fulfillmentOrder).toMatchObject({ id, status: "OPEN" });
  expect(released.fulfillmentOrder?.lineItems.nodes[0]?.remainingQuantity).toBe(3);
  const sibling = fulfillmentOrdersOf(shop, order)[1];
  expect(sibling?.status).toBe("closed");
  expect(sibling?.lines.map((line) => [line.totalQuantity, line.remainingQuantity])).toEqual([
    [0, 0],
  ]);
  expect(topicsOf(events)).toEqual([
    "fulfillment_holds/released",
    "fulfillment_orders/hold_released",
  ]);
});

test("holds stack: only the first and the last tell the fulfillment order's topics", async () => {
  const { shop, id, events, order } = orderOfThree();
  const first = await ask<HoldPayload>(shop, HOLD, { id, hold: { reason: "OTHER", handle: "a" } });
  const second = await ask<HoldPayload>(
    shop,
    HOLD,
    { id, hold: { reason: "INCORRECT_ADDRESS", handle: "a" } },
    OTHER_APP,
  );
  expect(second.userErrors).toEqual([]);
  expect(first.fulfillmentHold?.heldByRequestingApp).toBe(true);
  expect(displayFulfillmentStatus(shop, order)).toBe("ON_HOLD");
  expect(topicsOf(events)).toEqual([
    "fulfillment_orders/placed_on_hold",
    "fulfillment_holds/added",
    "fulfillment_holds/added",
  ]);
  const one = await ask<OnePayload>(shop, RELEASE, { id, holdIds: [first.fulfillmentHold?.id] });
  expect(one.fulfillmentOrder?.status).toBe("ON_HOLD");
  const rest = await ask<OnePayload>(shop, RELEASE, { id });
  expect(rest.fulfillmentOrder?.status).toBe("OPEN");
});

const NO_HANDLE_TWICE = { reason: "OTHER" };

const HOLD_REFUSALS: [string, Record<string, unknown>[], UserErrorNode][] = [
  [
    "an absent handle is a handle",
    [NO_HANDLE_TWICE, NO_HANDLE_TWICE],
    {
      field: ["fulfillmentHold", "handle"],
      message:
        "The handle provided for the fulfillment hold is already in use by this app for another hold on this fulfillment order.",
      code: "DUPLICATE_FULFILLMENT_HOLD_HANDLE",
    },
  ],
  [
    "a handle of 65 characters",
    [{ reason: "OTHER", handle: "x".repeat(65) }],
    {
      field: ["fulfillmentHold", "handle"],
      message: "Handle is too long (maximum is 64 characters)",
      code: null,
    },
  ],
  [
    "an eleventh hold of one app",
    Array.from({ length: 11 }, (_, index) => ({ reason: "OTHER", handle: `h${index}` })),
    {
      field: null,
      message:
        "The maximum number of fulfillment holds for this fulfillment order has been reached for this app. An app can only have up to 10 holds on a single fulfillment order at any one time.",
      code: "FULFILLMENT_ORDER_HOLD_LIMIT_REACHED",
    },
  ],
];

test.each(HOLD_REFUSALS)("refuses %s", async (_, holds, expected) => {
  const { shop, id } = orderOfThree();
  let last: HoldPayload | undefined;
  for (const hold of holds) last = await ask<HoldPayload>(shop, HOLD, { id, hold });
  expect(last?.userErrors).toEqual([expected]);
});

const PART_REFUSALS: [string, number[], string, string][] = [
  [
    "nothing",
    [0],
    "You must select at least one item to place on partial hold.",
    "GREATER_THAN_ZERO",
  ],
  [
    "one line twice",
    [1, 1],
    "The fulfillment order line items are not unique.",
    "DUPLICATED_FULFILLMENT_ORDER_LINE_ITEMS",
  ],
  [
    "more than there is",
    [4],
    "Invalid fulfillment order line item quantity requested.",
    "INVALID_LINE_ITEM_QUANTITY",
  ],
];

test.each(PART_REFUSALS)("refuses a partial hold of %s", async (_, units, message, code) => {
  const { shop, id, lineId } = orderOfThree();
  const lines = units.map((quantity) => ({ id: lineId, quantity }));
  const payload = await ask<HoldPayload>(shop, HOLD, {
    id,
    hold: { reason: "OTHER", fulfillmentOrderLineItems: lines },
  });
  expect(payload.userErrors).toEqual([{ field: null, message, code }]);
});

test("a partial hold of a held fulfillment order is not splittable", async () => {
  const { shop, id, lineId } = orderOfThree();
  await ask(shop, HOLD, { id, hold: { reason: "OTHER" } });
  const payload = await ask<HoldPayload>(shop, HOLD, {
    id,
    hold: {
      reason: "OTHER",
      handle: "part",
      fulfillmentOrderLineItems: [{ id: lineId, quantity: 1 }],
    },
  });
  expect(payload.userErrors[0]?.code).toBe("FULFILLMENT_ORDER_NOT_SPLITTABLE");
});

test("heldByApp needs read_apps and is null with an error without it", async () => {
  const { shop, id } = orderOfThree();
  await ask(shop, HOLD, { id, hold: { reason: "OTHER" } });
  const withoutApps = { ...APP, scopes: APP.scopes.filter((scope) => scope !== "read_apps") };
  const body = await send(
    shop,
    `query($id: ID!) { fulfillmentOrder(id: $id) { fulfillmentHolds { heldByApp { id } } } }`,
    { id },
    withoutApps,
  );
  expect(body.data).toEqual({ fulfillmentOrder: { fulfillmentHolds: [{ heldByApp: null }] } });
  expect(body.errors?.[0]).toMatchObject({
    message: "Access denied for heldByApp field. Required access: `read_apps` access scope.",
    path: ["fulfillmentOrder", "fulfillmentHolds", 0, "heldByApp"],
    extensions: {
      code: "ACCESS_DENIED",
      documentation: "https://shopify.dev/api/usage/access-scopes",
    },
  });
});

test("reported progress blocks until the fulfillment order is opened again", async () => {
  const { shop, id, events, order } = orderOfThree();
  const reported = await ask<OnePayload>(shop, REPORT, { id });
  expect(reported.fulfillmentOrder?.status).toBe("IN_PROGRESS");
  expect(reported.fulfillmentOrder?.supportedActions.map(({ action }) => action)).toEqual([
    "CREATE_FULFILLMENT",
    "REPORT_PROGRESS",
    "HOLD",
    "MARK_AS_OPEN",
  ]);
  expect(displayFulfillmentStatus(shop, order)).toBe("IN_PROGRESS");
  const cancelled = await ask<OnePayload>(shop, CANCEL, { id });
  expect(cancelled.userErrors).toEqual([
    {
      field: null,
      message:
        "Cannot cancel fulfillment order that has had progress reported. Mark as unfulfilled first.",
      code: "FULFILLMENT_ORDER_HAS_MANUALLY_REPORTED_PROGRESS",
    },
  ]);
  const opened = await ask<OnePayload>(shop, OPEN, { id });
  expect(opened.fulfillmentOrder?.status).toBe("OPEN");
  expect(topicsOf(events)).toEqual([
    "fulfillment_orders/progress_reported",
    "fulfillment_orders/manually_reported_progress_stopped",
  ]);
});

test("a cancelled fulfillment order ends CLOSED and empty; its replacement has the same line ids", async () => {
  const { shop, id, lineId } = orderOfThree();
  const payload = await ask<OnePayload>(shop, CANCEL, { id });
  expect(payload.fulfillmentOrder).toMatchObject({
    id,
    status: "CLOSED",
    lineItems: { nodes: [] },
  });
  expect(payload.replacementFulfillmentOrder?.id).not.toBe(id);
  expect(payload.replacementFulfillmentOrder).toMatchObject({
    status: "OPEN",
    lineItems: { nodes: [{ id: lineId, remainingQuantity: 3 }] },
  });
});

test("a merge sums into the first and closes the others at 0 of 0", async () => {
  const { shop, id, lineId } = orderOfThree();
  const { fulfillmentOrderSplits } = await ask<SplitPayload>(shop, SPLIT, {
    splits: [{ fulfillmentOrderId: id, fulfillmentOrderLineItems: [{ id: lineId, quantity: 1 }] }],
  });
  const other = only(fulfillmentOrderSplits ?? []).remainingFulfillmentOrder.id;
  const payload = await ask<{
    fulfillmentOrderMerges: { fulfillmentOrder: FulfillmentOrderNode }[];
    userErrors: UserErrorNode[];
  }>(shop, MERGE, {
    inputs: [{ mergeIntents: [{ fulfillmentOrderId: other }, { fulfillmentOrderId: id }] }],
  });
  expect(payload.userErrors).toEqual([]);
  const survivor = only(payload.fulfillmentOrderMerges).fulfillmentOrder;
  expect(survivor.id).toBe(other);
  expect(survivor.lineItems.nodes).toMatchObject([{ totalQuantity: 3, remainingQuantity: 3 }]);
  const closed = shop.fulfillmentOrders.get(id.split("/").at(-1) ?? "");
  expect(closed).toMatchObject({
    status: "closed",
    lines: [{ totalQuantity: 0, remainingQuantity: 0 }],
  });
});
