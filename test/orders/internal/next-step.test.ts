import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { placeKey } from "#app/orders/internal/compare-placement.ts";
import { nextStep } from "#app/orders/internal/next-step.ts";
import type { Step } from "#app/orders/internal/step.ts";
import type { LiveFulfillmentOrder } from "#app/shopify/live-order.ts";
import { fulfillmentOrder } from "./live-orders.ts";

const target = (units: Record<string, number>) => new Map(Object.entries(units));

describe("the next change", () => {
  test("is none when everything stands as planned, or less of it does", () => {
    const here = [fulfillmentOrder("f1", "denver", { a: 2 })];
    expect(nextStep(here, target({ "a/denver": 2 }), false)).toEqual({ kind: "none" });
    expect(nextStep(here, target({ "a/denver": 5 }), false)).toEqual({ kind: "none" });
  });

  test("moves a fulfillment order whole when all of it goes to one place", () => {
    const here = [fulfillmentOrder("f1", "denver", { a: 2, b: 1 })];
    expect(nextStep(here, target({ "a/reno": 2, "b/reno": 1 }), false)).toMatchObject({
      kind: "move",
      fulfillmentOrderId: "f1",
      toLocationId: "reno",
      lines: null,
    });
  });

  test("moves only the units that must go", () => {
    const here = [fulfillmentOrder("f1", "denver", { a: 3, b: 1 })];
    expect(
      nextStep(here, target({ "a/denver": 1, "a/reno": 2, "b/denver": 1 }), false),
    ).toMatchObject({
      kind: "move",
      toLocationId: "reno",
      lines: [{ fulfillmentOrderLineId: "f1-a", units: 2 }],
    });
  });

  test("leaves units nobody planned where they are", () => {
    const here = [fulfillmentOrder("f1", "denver", { a: 3 })];
    const step = nextStep(here, target({ "a/reno": 1 }), false);
    expect(step).toMatchObject({ lines: [{ fulfillmentOrderLineId: "f1-a", units: 1 }] });
  });

  test("undoes progress first where that blocks the move", () => {
    const picked = fulfillmentOrder(
      "f1",
      "denver",
      { a: 1 },
      { status: "IN_PROGRESS", supportedActions: ["CREATE_FULFILLMENT", "MARK_AS_OPEN"] },
    );
    expect(nextStep([picked], target({ "a/reno": 1 }), false)).toEqual({
      kind: "open",
      fulfillmentOrderId: "f1",
    });
  });

  test("says what Shopify does not offer", () => {
    const stuck = fulfillmentOrder("f1", "denver", { a: 1 }, { supportedActions: [] });
    expect(nextStep([stuck], target({ "a/reno": 1 }), false)).toEqual({
      kind: "blocked",
      fulfillmentOrderId: "f1",
      needs: "MOVE",
    });
  });

  test("holds every fulfillment order for a review, and releases only our own holds", () => {
    const open = fulfillmentOrder("f1", "denver", { a: 1 });
    expect(nextStep([open], target({}), true)).toEqual({ kind: "hold", fulfillmentOrderId: "f1" });
    const held = fulfillmentOrder(
      "f1",
      "denver",
      { a: 1 },
      {
        status: "ON_HOLD",
        supportedActions: ["RELEASE_HOLD"],
        holds: [
          { id: "ours", handle: "backroom-review", reason: "OTHER", heldByRequestingApp: true },
          { id: "theirs", handle: "", reason: "OTHER", heldByRequestingApp: false },
        ],
      },
    );
    expect(nextStep([held], target({}), true)).toEqual({ kind: "none" });
    expect(nextStep([held], target({ "a/denver": 1 }), false)).toEqual({
      kind: "release",
      fulfillmentOrderId: "f1",
      holdIds: ["ours"],
    });
  });
});

/** Shopify's move: whole keeps the id, a part gets a new fulfillment order with new line ids. */
function move(
  all: readonly LiveFulfillmentOrder[],
  step: Extract<Step, { kind: "move" }>,
  newId: string,
): LiveFulfillmentOrder[] {
  const { toLocationId, lines } = step;
  const moved = all.find((one) => one.id === step.fulfillmentOrderId)!;
  if (!lines) {
    return all.map((one) => (one === moved ? { ...one, assignedLocationId: toLocationId } : one));
  }
  const gone = new Map(lines.map((line) => [line.fulfillmentOrderLineId, line.units]));
  const kept = moved.lines
    .map((line) => ({
      ...line,
      remainingQuantity: line.remainingQuantity - (gone.get(line.id) ?? 0),
    }))
    .filter((line) => line.remainingQuantity > 0);
  const units = Object.fromEntries(
    moved.lines.flatMap((line) =>
      gone.has(line.id) ? [[line.lineItemId, gone.get(line.id)!]] : [],
    ),
  );
  return [
    ...all.map((one) => (one === moved ? { ...one, lines: kept } : one)),
    fulfillmentOrder(newId, toLocationId, units),
  ];
}

test("step by step every order ends where it was planned, no unit lost, in few moves", () => {
  const places = ["p1", "p2", "p3", "p4"];
  const lines = ["a", "b", "c"];
  const units = fc.array(
    fc.record({
      line: fc.constantFrom(...lines),
      from: fc.constantFrom(...places),
      to: fc.constantFrom(...places),
    }),
    { minLength: 1, maxLength: 12 },
  );
  fc.assert(
    fc.property(units, (each) => {
      let here = places.map((place) => {
        const standing: Record<string, number> = {};
        for (const unit of each.filter(({ from }) => from === place)) {
          standing[unit.line] = (standing[unit.line] ?? 0) + 1;
        }
        return fulfillmentOrder(`f-${place}`, place, standing);
      });
      const wanted = new Map<string, number>();
      for (const { line, to } of each) {
        wanted.set(placeKey(line, to), (wanted.get(placeKey(line, to)) ?? 0) + 1);
      }
      let moves = 0;
      for (let step = nextStep(here, wanted, false); step.kind === "move";) {
        here = move(here, step, `new-${moves}`);
        moves += 1;
        expect(moves).toBeLessThanOrEqual(each.length);
        step = nextStep(here, wanted, false);
      }
      const ends = new Map<string, number>();
      for (const one of here) {
        for (const line of one.lines) {
          const place = placeKey(line.lineItemId, one.assignedLocationId!);
          ends.set(place, (ends.get(place) ?? 0) + line.remainingQuantity);
        }
      }
      expect(ends).toEqual(wanted);
    }),
    { seed: 20261121, numRuns: 500 },
  );
});
