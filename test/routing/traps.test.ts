import { expect, test } from "vitest";
import { parseScenario } from "#app/insights/scenario/parse-scenario.ts";
import { runScenario } from "#app/insights/scenario/run-scenario.ts";
import { toScenario } from "#bench/engine-referee/extend-scenario.ts";
import type { GeneratedScenario } from "#bench/engine-referee/generate-scenario.ts";
import { build, decide, shares, type Stock } from "./trap-world.ts";

const NEAR = [41.9, -87.6] as const;

test("a location without coordinates never wins nearest", () => {
  const raw = build(
    [
      ["A", null, null],
      ["B", 34, -118],
    ],
    [
      ["A", "S1", 5],
      ["B", "S1", 5],
    ],
    [["S1", 1]],
  );
  const decision = decide(raw, ["nearest"]);
  expect(shares(decision)).toEqual(["B 1 1"]);
  expect(decision.explanation.alternatives[0]?.lostOn).toBe("unknown_distance");
});

test("an order without an address still ships, from the last zone", () => {
  const raw = build([["A", ...NEAR]], [["A", "S1", 5]], [["S1", 1]]);
  Object.assign(raw.orders[0]!.destination, { latitude: null, longitude: null });
  const decision = decide(raw);
  expect(decision.parcels[0]).toMatchObject({ distanceKm: null, deliveryDays: 5 });
});

test("the antimeridian is no border", () => {
  const raw = build(
    [
      ["A", 0, -179.9],
      ["B", 0, 170],
    ],
    [
      ["A", "S1", 5],
      ["B", "S1", 5],
    ],
    [["S1", 1]],
  );
  Object.assign(raw.orders[0]!.destination, { latitude: 0, longitude: 179.9 });
  const decision = decide(raw, ["nearest"]);
  expect(shares(decision)).toEqual(["A 1 1"]);
  expect(decision.parcels[0]!.distanceKm).toBe(22.239);
});

test("equal locations are settled by id, whatever the order of rows", () => {
  const places = [
    ["B", ...NEAR],
    ["A", ...NEAR],
  ] as const;
  const raw = build(
    places,
    [
      ["B", "S1", 5],
      ["A", "S1", 5],
    ],
    [["S1", 1]],
  );
  const decision = decide(raw, ["nearest"]);
  expect(shares(decision)).toEqual(["A 1 1"]);
  expect(decision.explanation.alternatives[0]?.lostOn).toBe("tie_break");
});

test("a line spans locations and its units add up (13 from 10 and 15)", () => {
  const raw = build(
    [
      ["A", ...NEAR],
      ["B", ...NEAR],
    ],
    [
      ["A", "S1", 10],
      ["B", "S1", 15],
    ],
    [["S1", 13]],
  );
  expect(shares(decide(raw))).toEqual(["B 1 13"]);
  raw.stock[1]!.available = 12;
  expect(
    decide(raw)
      .parcels.flatMap(({ lines }) => lines)
      .map((l) => l.quantity),
  ).toEqual([1, 12]);
});

test("two lines of one SKU share its stock", () => {
  const raw = build(
    [["A", ...NEAR]],
    [["A", "S1", 3]],
    [
      ["S1", 2],
      ["S1", 2],
    ],
  );
  expect(decide(raw).outcome).toBe("unfillable");
  raw.stock[0]!.available = 4;
  expect(shares(decide(raw))).toEqual(["A 1 2", "A 2 2"]);
});

test.each([0, -2])("available %d is no stock", (available) => {
  const raw = build([["A", ...NEAR]], [["A", "S1", available]], [["S1", 1]]);
  expect(decide(raw).explanation.locations[0]?.reasons).toEqual([
    { code: "no_stock", lineId: "1" },
  ]);
});

test("ranking by coverage takes three parcels where two suffice", () => {
  const places = ["A", "B", "C", "D"].map((id) => [id, ...NEAR] as const);
  // C covers most and comes first for a greedy choice, but A and B alone cover everything.
  const stock: Stock[] = [
    ...["S1", "S2", "S3"].map((sku): Stock => ["A", sku, 1]),
    ...["S4", "S5", "S6"].map((sku): Stock => ["B", sku, 1]),
    ...["S1", "S2", "S4", "S5"].map((sku): Stock => ["C", sku, 1]),
    ["D", "S3", 1],
  ];
  const lines = ["S1", "S2", "S3", "S4", "S5", "S6"].map((sku) => [sku, 1] as const);
  const decision = decide(build(places, stock, lines), ["fewest_parcels"]);
  expect(decision.parcels.map(({ locationId }) => locationId)).toEqual(["A", "B"]);
  expect(decision.proof).toMatchObject({ optimal: true, bound: "2" });
});

test.each([
  [0, "unfillable", []],
  [1, "planned", ["A 1 1", "B 1 2"]],
  [3, "planned", ["A 1 3"]],
])("a location with %d units of capacity gives exactly that", (units, outcome, expected) => {
  const raw = build(
    [
      ["A", ...NEAR],
      ["B", ...NEAR],
    ],
    [
      ["A", "S1", 9],
      ["B", "S1", 2],
    ],
    [["S1", 3]],
  );
  Object.assign(raw.locations[0]!, { unitsLeftToday: units });
  const decision = decide(raw, ["fewest_parcels"]);
  expect({ outcome: decision.outcome, shares: shares(decision) }).toEqual({
    outcome,
    shares: expected,
  });
});

test("the last slot of capacity goes to the first order only", () => {
  const raw = build([["A", ...NEAR]], [["A", "S1", 9]], [["S1", 1]]);
  Object.assign(raw.locations[0]!, { unitsLeftToday: 1 });
  raw.orders = [raw.orders[0]!, { ...raw.orders[0]!, id: "1002" }];
  const [first, second] = [...runScenario(parseScenario(raw))];
  expect([first!.outcome, second!.outcome]).toEqual(["planned", "unfillable"]);
  expect(second!.explanation.locations[0]?.reasons).toEqual([{ code: "no_capacity" }]);
});

test("money beyond 2^53 in one factor is rounded exactly", () => {
  const raw = build([["A", ...NEAR]], [["A", "S1", 1]], [["S1", 1]]);
  raw.items[0]!.weightKg = 999.999;
  for (const zone of raw.rates[0]!.zones) zone.perKg = "999999.9995";
  // 999.999 x 999999.9995 is 999998999.5000005, and parcel and handling add 5.80.
  expect(decide(raw).cost).toBe("999999005.3000");
});

test("stock nobody counts is there for any order", () => {
  const raw = build(
    [["A", ...NEAR]],
    [["A", "S1", 1_000_000]],
    [
      ["S1", 10_000],
      ["S1", 1],
    ],
  );
  expect(shares(decide(raw))).toEqual(["A 1 10000", "A 2 1"]);
});

test("a rule can keep an order in its country, and an unknown country is another", () => {
  const raw = build(
    [
      ["A", ...NEAR],
      ["B", ...NEAR],
      ["C", ...NEAR],
    ],
    [
      ["A", "S1", 5],
      ["B", "S1", 5],
      ["C", "S1", 5],
    ],
    [["S1", 1]],
  );
  Object.assign(raw.locations[0]!, { countryCode: "CA" });
  Object.assign(raw.locations[1]!, { countryCode: null });
  raw.ruleset.guardrails = [{ id: "market", stayInCountry: true } as never];
  const world = raw as unknown as GeneratedScenario;
  const [decision] = [...runScenario(toScenario(world))];
  expect(shares(decision!)).toEqual(["C 1 1"]);
  expect(decision!.explanation.locations.map(({ reasons }) => reasons[0]?.code)).toEqual([
    "stay_in_country",
    "stay_in_country",
    undefined,
  ]);
});
