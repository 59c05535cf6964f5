import { describe, expect, test } from "vitest";
import type { WindowInput } from "#app/orders/internal/wait-for-others.ts";
import { waitForOthers } from "#app/orders/internal/wait-for-others.ts";
import { defaultRates } from "#app/rates/default-rate-card.ts";

const at = (time: string) => new Date(`2026-11-21T${time}:00Z`);

const input: WindowInput = {
  known: {
    decision: null,
    request: null,
    rerouteRequested: false,
    sendToLocationId: null,
    decideAfter: null,
  },
  facts: { placedAt: "2026-11-21T15:00:00Z", service: "standard", maxDeliveryDays: 6 },
  reading: { deliveryMethod: "shipping" },
  rates: defaultRates,
  window: { minutes: 30, openUntil: null, cutoffAhead: false },
  now: at("15:01"),
};

describe("a first order", () => {
  test("opens a window from when it was placed", () => {
    expect(waitForOthers(input)).toEqual(at("15:30"));
  });

  test("joins the window that is open", () => {
    const window = { ...input.window!, openUntil: at("15:10") };
    expect(waitForOthers({ ...input, window })).toEqual(at("15:10"));
  });

  test("goes on waiting until its window ends, and not a moment longer", () => {
    const known = { ...input.known, decideAfter: at("15:30") };
    expect(waitForOthers({ ...input, known })).toEqual(at("15:30"));
    expect(waitForOthers({ ...input, known, now: at("15:30") })).toBeNull();
  });
});

const unhurried: readonly (readonly [string, Partial<WindowInput>])[] = [
  ["pickup", { reading: { deliveryMethod: "pickup" } }],
  ["local delivery", { reading: { deliveryMethod: "local" } }],
  ["express", { facts: { ...input.facts, service: "express" } }],
  ["an order placed long ago", { now: at("16:00") }],
  ["a promise with a cutoff ahead", { window: { ...input.window!, cutoffAhead: true } }],
  ["what a person asked for", { known: { ...input.known, rerouteRequested: true } }],
  ["what a person sends", { known: { ...input.known, sendToLocationId: "1" } }],
  ["a shop without a window", { window: null }],
];

test.each(unhurried)("%s does not wait", (_, change) => {
  expect(waitForOthers({ ...input, ...change })).toBeNull();
});

test("an order that was decided before is decided at once", () => {
  const decision = {
    ...{ decisionId: "d", sequence: 1, outcome: "planned" as const, parcels: [], unfilled: [] },
    ...{ keptBefore: [], isPlaced: true, pilot: null },
  };
  expect(waitForOthers({ ...input, known: { ...input.known, decision } })).toBeNull();
});

test("without a promise a cutoff does not matter", () => {
  const facts = { ...input.facts, maxDeliveryDays: null };
  const window = { ...input.window!, cutoffAhead: true };
  expect(waitForOthers({ ...input, facts, window })).toEqual(at("15:30"));
});
