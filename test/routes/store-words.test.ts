import { expect, test } from "vitest";
import { readEvidence } from "#app/exceptions/read-evidence.ts";
import type { StoreTask } from "#app/picking/show-store-task.server.ts";
import { describeAge, describeTimeLeft } from "#app/ui/describe-time-left.ts";
import { describeTaskState } from "#app/ui/store/describe-task-state.ts";
import { keepLast } from "#app/ui/store/keep-last-list.ts";
import { rejectionSchema } from "#app/ui/store/rejection-form.ts";

const now = Date.parse("2026-11-21T21:00:00Z");
const after = (minutes: number) => new Date(now + minutes * 60_000).toISOString();

test.each([
  [25, "in 25 min"],
  [0.5, "now"],
  [-0.5, "late by 1 min"],
  [60, "in 1 h"],
  [65, "in 1 h 5 min"],
  [24 * 60, "in 1 day"],
  [3 * 24 * 60 - 1, "in 2 days"],
  [-61, "late by 1 h 1 min"],
])("%f minutes from now is %j", (minutes, words) => {
  expect(describeTimeLeft(now, after(minutes))).toBe(words);
});

test("age counts full minutes", () => {
  expect(describeAge(now, after(-0.9))).toBe("just now");
  expect(describeAge(now, after(-90))).toBe("1 h 30 min ago");
});

const task: StoreTask = {
  taskId: "t",
  orderName: "#1",
  deliveryMethod: "shipping",
  status: "offered",
  units: 1,
  deadlineAt: after(60),
  acceptedBy: "",
  acceptedAt: null,
  mine: false,
  claim: 0,
  endedAt: null,
  endedReason: "",
  movedTo: [],
  needsManager: false,
  tracking: "",
  lines: [],
  reasons: [],
  timeZone: "America/Denver",
  now: after(0),
};
const ended = { endedAt: "2026-11-21T21:02:00Z" };

test.each<[string | undefined, Partial<StoreTask>]>([
  [undefined, {}],
  [
    "Already taken by Ana at 14:00",
    { status: "accepted", acceptedBy: "Ana", acceptedAt: after(0) },
  ],
  ["You took this at 14:00", { status: "accepted", mine: true, acceptedAt: after(0) }],
  ["Moved to Boulder at 14:02", { status: "recalled", movedTo: ["Boulder"], ...ended }],
  [
    "No longer this store's at 14:02: nobody accepted it",
    { status: "expired", endedReason: "nobody accepted it", ...ended },
  ],
  ["Rejected at 14:02. It is being routed again.", { status: "rejected", ...ended }],
  [
    "Rejected at 14:02. A manager decides what happens next.",
    { status: "rejected", needsManager: true, ...ended },
  ],
  [
    "Rejected at 14:02. It went to Boulder and Columbus.",
    { status: "rejected", movedTo: ["Boulder", "Columbus"], ...ended },
  ],
  ["Packed. UPS 1Z", { status: "packed", tracking: "UPS 1Z" }],
  ["Ready for the customer to collect", { status: "packed", deliveryMethod: "pickup" }],
])("a task's state reads %j", (words, change) => {
  expect(describeTaskState({ ...task, ...change })?.text).toBe(words);
});

test("the rejection form keeps the lines with units, and 'none' says nothing", () => {
  const form = { claim: "2", clientActionId: "a", reasonCode: "damaged" };
  const parsed = rejectionSchema.parse({ ...form, "units:7": "1", "units:8": "0", other: "x" });
  expect(parsed).toEqual({
    claim: 2,
    clientActionId: "a",
    reasonCode: "damaged",
    note: "",
    lines: [{ lineItemId: "7", units: 1 }],
  });
});

test("without a connection the last list stays, marked; the server's own answers pass", async () => {
  const read = keepLast<{ tasks: number }>();
  const offline = () => Promise.reject(new TypeError("Failed to fetch"));
  await expect(read(offline)).rejects.toThrow(TypeError);
  expect(await read(() => Promise.resolve({ tasks: 3 }))).toEqual({ tasks: 3 });
  expect(await read(offline)).toEqual({ tasks: 3, offline: true });
  const revoked = new Response(null, { status: 302 });
  await expect(read(() => Promise.reject(revoked))).rejects.toBe(revoked);
});

test("evidence of any shape is told in words: names for ids, nothing for ids without one", () => {
  const names = {
    locations: new Map([["10", "Denver"]]),
    lines: new Map([["501", "Mug"]]),
    items: new Map([["700", "Mug / Blue"]]),
  };
  const evidence = {
    locationId: "10",
    decisionId: "d1",
    literalMessage: "No.",
    count: 2,
    empty: null,
    relaxed: ["allow_split", "relax_promise"],
    unfilled: [{ lineId: "501", quantity: 2, reason: "no_plan" }],
    readings: [{ inventoryItemId: "700", locationId: "10", available: -1 }],
  };
  expect(readEvidence(evidence, names)).toEqual({
    verdicts: [],
    facts: [
      { name: "Location", values: ["Denver"] },
      { name: "Literal message", values: ["No."] },
      { name: "Count", values: ["2"] },
      {
        name: "Tried before asking you",
        values: ["Allow more parcels", "Let it arrive later than promised"],
      },
      { name: "Could not be placed", values: ["2 × Mug"] },
      { name: "Readings", values: ["Mug / Blue, Denver, available -1"] },
    ],
  });
  const locations = [
    { locationId: "10", verdict: "excluded", reasons: [{ code: "only_from", rule: "from-dc" }] },
    { locationId: "11", verdict: "eligible", reasons: [] },
  ];
  expect(readEvidence({ locations }, names).verdicts).toEqual([
    { location: "Denver", reasons: ["May not ship these items (rule “From dc”)"] },
    { location: "Removed location", reasons: ["Could take part, but not fill it alone"] },
  ]);
  expect(readEvidence("nonsense", names)).toEqual({ verdicts: [], facts: [] });
});
