import { describe, expect, test } from "vitest";
import { interpretLiveOrder } from "#app/orders/internal/interpret-live-order.ts";
import { fulfillmentOrder, liveOrder } from "./live-orders.ts";

const state = (changes: Parameters<typeof liveOrder>[0]) =>
  interpretLiveOrder(liveOrder(changes)).state;

describe("the state of an order", () => {
  test("is cancelled whatever its fulfillment orders say", () => {
    expect(state({ cancelledAt: "2026-11-21T15:00:00Z" })).toBe("cancelled");
  });

  test("is waiting until Shopify has made fulfillment orders", () => {
    expect(state({ fulfillmentOrders: [] })).toBe("waiting");
  });

  test("is waiting while they are scheduled for later or asked of a fulfilment service", () => {
    const scheduled = fulfillmentOrder("f1", "denver", { a: 2 }, { status: "SCHEDULED" });
    const submitted = fulfillmentOrder("f1", "3pl", { a: 2 }, { requestStatus: "SUBMITTED" });
    expect(state({ fulfillmentOrders: [scheduled] })).toBe("waiting");
    expect(state({ fulfillmentOrders: [submitted] })).toBe("waiting");
  });

  test("is fulfilled when every one has ended", () => {
    const closed = fulfillmentOrder("f1", "denver", { a: 0 }, { status: "CLOSED" });
    expect(state({ fulfillmentOrders: [closed] })).toBe("fulfilled");
  });

  test("is open with the units still to ship and where they stand", () => {
    const reading = interpretLiveOrder(
      liveOrder({
        fulfillmentOrders: [
          fulfillmentOrder("f1", "denver", { a: 1, b: 0 }),
          fulfillmentOrder("f2", "boulder", { a: 2 }, { status: "IN_PROGRESS" }),
          fulfillmentOrder("f3", "none", { c: 1 }, { deliveryMethodType: "NONE" }),
        ],
      }),
    );
    expect(reading).toMatchObject({
      state: "open",
      deliveryMethod: "shipping",
      foreignHold: null,
      isHeldByUs: false,
      standing: [
        { lineItemId: "a", inventoryItemId: "item-a", locationId: "denver", units: 1 },
        { lineItemId: "a", inventoryItemId: "item-a", locationId: "boulder", units: 2 },
      ],
    });
  });
});

test("holds are told apart by who placed them", () => {
  const held = (heldByRequestingApp: boolean) =>
    interpretLiveOrder(
      liveOrder({
        fulfillmentOrders: [
          fulfillmentOrder(
            "f1",
            "denver",
            { a: 1 },
            {
              status: "ON_HOLD",
              holds: [{ id: "h", handle: "", reason: "INCORRECT_ADDRESS", heldByRequestingApp }],
            },
          ),
        ],
      }),
    );
  expect(held(true)).toMatchObject({ foreignHold: null, isHeldByUs: true });
  expect(held(false)).toMatchObject({ foreignHold: "INCORRECT_ADDRESS", isHeldByUs: false });
});

test("of an order with several delivery methods the shipped part is routed", () => {
  const reading = interpretLiveOrder(
    liveOrder({
      fulfillmentOrders: [
        fulfillmentOrder("f1", "denver", { a: 1 }, { deliveryMethodType: "PICK_UP" }),
        fulfillmentOrder("f2", "boulder", { b: 1 }),
      ],
    }),
  );
  expect(reading).toMatchObject({
    deliveryMethod: "shipping",
    standing: [{ lineItemId: "b", locationId: "boulder" }],
  });
});
