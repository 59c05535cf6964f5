import fc from "fast-check";
import { expect, test } from "vitest";
import { chooseRejectedLines } from "#app/picking/choose-rejected-lines.ts";
import type { RejectionFacts } from "#app/picking/judge-rejection.ts";
import { judgeRejection } from "#app/picking/judge-rejection.ts";

const seed = 20261122;

const facts = (change: Partial<RejectionFacts> = {}): RejectionFacts => ({
  deliveryMethod: "shipping",
  reasonCode: "not_found",
  policy: "reroute",
  reroutes: 0,
  maxReroutes: 3,
  ...change,
});

test.each([
  ["a first rejection is routed again", {}, "route"],
  ["the last allowed one too", { reroutes: 2 }, "route"],
  ["one more needs a person", { reroutes: 3 }, "rejected_too_often"],
  ["a pickup is never routed as a shipment", { deliveryMethod: "pickup" }, "pickup_failed"],
  [
    "an address is a person's",
    { reasonCode: "address_problem", policy: "exception" },
    "address_problem",
  ],
  [
    "so is a reason of the merchant's that says so",
    { reasonCode: "own", policy: "exception" },
    "rejected_too_often",
  ],
])("%s", (_what, change, expected) => {
  const next = judgeRejection(facts(change));
  expect(next.kind === "ask" ? next.queue : next.kind).toBe(expected);
});

const lines = [
  { lineItemId: "501", units: 2 },
  { lineItemId: "502", units: 1 },
  { lineItemId: "503", units: 0 },
];

test.each([
  ["no line", []],
  ["a line of another task", [{ lineItemId: "999", units: 1 }]],
  ["a line that is gone", [{ lineItemId: "503", units: 1 }]],
  ["more than are left", [{ lineItemId: "501", units: 3 }]],
  ["no units", [{ lineItemId: "501", units: 0 }]],
  ["half a unit", [{ lineItemId: "501", units: 0.5 }]],
  [
    "a line twice",
    [
      { lineItemId: "501", units: 1 },
      { lineItemId: "501", units: 1 },
    ],
  ],
])("rejecting %s is refused", (_what, asked) => {
  expect(chooseRejectedLines(lines, asked).ok).toBe(false);
});

test("without a choice everything left is rejected", () => {
  expect(chooseRejectedLines(lines)).toEqual({
    ok: true,
    isWhole: true,
    lines: [
      { line: lines[0], units: 2 },
      { line: lines[1], units: 1 },
    ],
  });
});

test("a choice is the whole task exactly when it takes every unit", () => {
  const line = fc.record({ lineItemId: fc.uuid(), units: fc.integer({ min: 1, max: 9 }) });
  const choice = fc
    .uniqueArray(line, { selector: (one) => one.lineItemId, minLength: 1, maxLength: 6 })
    .chain((all) =>
      fc
        .tuple(...all.map((one) => fc.integer({ min: 0, max: one.units })))
        .map((taken) => ({ all, taken })),
    );
  fc.assert(
    fc.property(choice, ({ all, taken }) => {
      const asked = all
        .map((one, index) => ({ lineItemId: one.lineItemId, units: taken[index] ?? 0 }))
        .filter((one) => one.units > 0);
      const chosen = chooseRejectedLines(all, asked);
      const isWhole = all.every((one, index) => one.units === taken[index]);
      expect(chosen).toMatchObject(asked.length === 0 ? { ok: false } : { ok: true, isWhole });
    }),
    { seed, numRuns: 300 },
  );
});
