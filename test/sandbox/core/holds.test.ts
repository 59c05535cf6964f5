import { expect, test } from "vitest";
import { fulfillmentOrdersOf } from "#sandbox/fulfillment-orders/find.ts";
import { displayFulfillmentStatus } from "#sandbox/orders/fulfillment-status.ts";
import { APP, ask, OTHER_APP, send } from "./admin-client.ts";
import { HOLD, RELEASE } from "./fulfillment-order-mutations.ts";
import type { HoldPayload, OnePayload, UserErrorNode } from "./fulfillment-order-mutations.ts";
import { orderOfThree, topicsOf } from "./order-of-three.ts";

test("a partial hold makes the original the held part, and its last release merges the rest back", async () => {
  const { shop, id, lineId, events, order } = orderOfThree();
  const held = await ask<HoldPayload>(shop, HOLD, {
    id,
    hold: { reason: "OTHER", fulfillmentOrderLineItems: [{ id: lineId, quantity: 1 }] },
  });
  expect(held).toMatchObject({
    userErrors: [],
    fulfillmentOrder: { id, status: "ON_HOLD", lineItems: { nodes: [{ remainingQuantity: 1 }] } },
    remainingFulfillmentOrder: { status: "OPEN", lineItems: { nodes: [{ remainingQuantity: 2 }] } },
  });
  expect(held.fulfillmentOrder?.supportedActions).toEqual([
    { action: "RELEASE_HOLD" },
    { action: "HOLD" },
    { action: "MOVE" },
  ]);
  expect(displayFulfillmentStatus(shop, order)).toBe("UNFULFILLED");
  expect(topicsOf(events)).toEqual([
    "fulfillment_orders/placed_on_hold",
    "fulfillment_holds/added",
  ]);

  events.length = 0;
  const released = await ask<OnePayload>(shop, RELEASE, { id });
  expect(released.fulfillmentOrder).toMatchObject({
    id,
    status: "OPEN",
    lineItems: { nodes: [{ remainingQuantity: 3 }] },
  });
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
