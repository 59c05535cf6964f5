import { expect, test } from "vitest";
import { displayFulfillmentStatus } from "#sandbox/orders/fulfillment-status.ts";
import { ask, only } from "./admin-client.ts";
import { CANCEL, MERGE, OPEN, REPORT, SPLIT } from "./fulfillment-order-mutations.ts";
import type {
  FulfillmentOrderNode,
  OnePayload,
  SplitPayload,
  UserErrorNode,
} from "./fulfillment-order-mutations.ts";
import { orderOfThree, topicsOf } from "./order-of-three.ts";

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
