import fc from "fast-check";
import { expect, test } from "vitest";
import type { EffectTask } from "#app/picking/internal/effect-plan.ts";
import { planFulfilment } from "#app/picking/internal/plan-fulfilment.ts";
import { planOpening } from "#app/picking/internal/plan-opening.ts";
import { planPickup } from "#app/picking/internal/plan-pickup.ts";
import { planProgress } from "#app/picking/internal/plan-progress.ts";
import type { LiveFulfillmentOrder, LiveOrder } from "#app/shopify/live-order.ts";

const seed = 20261124;

const task = (change: Partial<EffectTask> = {}): EffectTask => ({
  locationId: "10",
  status: "accepted",
  lines: [{ lineItemId: "501", units: 2 }],
  ...change,
});

function part(
  id: string,
  remaining: number,
  change: Partial<LiveFulfillmentOrder> = {},
): LiveFulfillmentOrder {
  const line = { lineItemId: "501", inventoryItemId: "700", totalQuantity: 5 };
  return {
    id,
    status: "OPEN",
    requestStatus: "UNSUBMITTED",
    assignedLocationId: "10",
    deliveryMethodType: "SHIPPING",
    supportedActions: ["CREATE_FULFILLMENT", "REPORT_PROGRESS", "MOVE"],
    holds: [],
    lines: [{ id: `${id}-1`, ...line, remainingQuantity: remaining }],
    ...change,
  };
}

const inProgress = {
  status: "IN_PROGRESS",
  supportedActions: ["CREATE_FULFILLMENT", "MARK_AS_OPEN"],
} as const;

function live(...fulfillmentOrders: LiveFulfillmentOrder[]): LiveOrder {
  const at = "2026-11-21T15:00:00Z";
  return {
    id: "1001",
    name: "#1001",
    createdAt: at,
    processedAt: at,
    updatedAt: at,
    cancelledAt: null,
    displayFinancialStatus: "PAID",
    displayFulfillmentStatus: "UNFULFILLED",
    tags: [],
    sourceName: "web",
    customerTags: [],
    currencyCode: "USD",
    shippingLine: null,
    shippingAddress: null,
    riskRecommendation: "NONE",
    lineItems: [],
    fulfillmentOrders,
  };
}

test("progress is reported on every open part here, and on no other", () => {
  const order = live(
    part("1", 1),
    part("2", 1, inProgress),
    part("3", 1, { assignedLocationId: "11" }),
    part("4", 0, { status: "CLOSED" }),
    part("5", 1),
  );
  expect(planProgress(task(), order)).toEqual({
    kind: "send",
    calls: [
      { kind: "report_progress", fulfillmentOrderId: "1" },
      { kind: "report_progress", fulfillmentOrderId: "5" },
    ],
  });
  expect(planProgress(task(), live(part("2", 1, inProgress))).kind).toBe("already");
  expect(planProgress(task({ status: "recalled" }), order).kind).toBe("obsolete");
  expect(planProgress(task(), live()).kind).toBe("obsolete");
});

test("opening leaves alone what a colleague's started task shares", () => {
  const order = live(part("1", 3, inProgress));
  const given = task({ status: "offered" });
  const other = task({ status: "packed", lines: [{ lineItemId: "501", units: 1 }] });
  expect(planOpening(given, order, [other]).kind).toBe("already");
  expect(planOpening(given, order, [{ ...other, status: "recalled" }])).toEqual({
    kind: "send",
    calls: [{ kind: "open", fulfillmentOrderId: "1" }],
  });
  expect(planOpening(task(), order, []).kind).toBe("obsolete");
});

test("only a packed pickup is announced", () => {
  const order = live(part("1", 2, { deliveryMethodType: "PICK_UP" }));
  expect(planPickup(task({ status: "packed" }), order)).toEqual({
    kind: "send",
    calls: [{ kind: "prepare_for_pickup", fulfillmentOrderIds: ["1"] }],
  });
  expect(planPickup(task({ status: "completed" }), order).kind).toBe("already");
  expect(planPickup(task({ status: "rejected" }), order).kind).toBe("obsolete");
  expect(planPickup(task({ status: "packed" }), live(part("1", 2))).kind).toBe("already");
});

test("a hold and a move are told apart from units that are simply gone", () => {
  const held = part("1", 2, { status: "ON_HOLD", supportedActions: ["RELEASE_HOLD"] });
  expect(planFulfilment(task(), live(held), undefined)).toMatchObject({
    kind: "refused",
    message: "The order is on hold in Shopify.",
  });
  const moved = part("1", 2, { assignedLocationId: "11" });
  expect(planFulfilment(task(), live(moved), undefined).kind).toBe("refused");
  expect(planFulfilment(task(), live(), undefined).kind).toBe("already");
});

test("shipping a line in parts, with any answer lost, ships its units exactly once", () => {
  const world = fc
    .record({
      parts: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 }),
      lost: fc.array(fc.constantFrom("done", "not done"), { maxLength: 4 }),
    })
    .chain(({ parts, lost }) => {
      const all = parts.reduce((sum, units) => sum + units, 0);
      return fc.record({
        parts: fc.constant(parts),
        lost: fc.constant(lost),
        units: fc.integer({ min: 1, max: all }),
      });
    });
  fc.assert(
    fc.property(world, ({ parts, lost, units }) => {
      const wanted = task({ status: "completed", lines: [{ lineItemId: "501", units }] });
      const left = [...parts];
      let before: Readonly<Record<string, number>> | undefined;
      let shipped = 0;
      for (const fate of [...lost, "done"]) {
        const order = live(...left.map((remaining, index) => part(`${index}`, remaining)));
        const plan = planFulfilment(wanted, order, before);
        if (plan.kind !== "send") break;
        before = plan.before;
        if (fate === "not done") continue;
        for (const call of plan.calls) {
          for (const one of call.kind === "fulfil" ? call.parts : []) {
            const taken = one.lines.reduce((sum, line) => sum + line.units, 0);
            left[Number(one.fulfillmentOrderId)]! -= taken;
            shipped += taken;
          }
        }
      }
      expect(shipped).toBe(units);
      expect(left.every((remaining) => remaining >= 0)).toBe(true);
    }),
    { seed, numRuns: 500 },
  );
});
