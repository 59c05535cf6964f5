import { expect, test } from "vitest";
import { parseScenario } from "#app/insights/scenario/parse-scenario.ts";
import { alterExample, exampleScenario } from "./example-scenario.ts";

const LONG = "x".repeat(256);
const zone = (upToKm: number | null) => ({ upToKm, parcel: "1", perKg: "1", transitDays: 1 });
const row = { locationId: "L1", sku: "S1", available: 1, safetyStock: 0, opportunityCost: "0" };
const line = { id: "1", sku: "S1", quantity: 1, unitPrice: "1" };
const guardrail = (effects: object) => [{ id: "g", ...effects }];
const order = (key: string) => ["orders", 0, key];
const firstLine = (key: string) => ["orders", 0, "lines", 0, key];

/** What is put where, and the path the refusal must start with. */
const BREACHES: readonly [(string | number)[], unknown, string][] = [
  [["extra"], 1, "$.extra"],
  [["a b"], 1, '$["a b"]'],
  [["scenario"], 2, "$.scenario"],
  [["now"], undefined, "$.now"],
  [["now"], "2026-02-29T00:00:00Z", "$.now"],
  [["now"], "2026-11-21T15:00:00", "$.now"],
  [["now"], "2026-11-21", "$.now"],
  [["currency"], "", "$.currency"],
  [["rates"], [], "$.rates"],
  [["rates", 0, "zones"], [], "$.rates[0].zones"],
  [["rates", 0, "zones"], [zone(5)], "$.rates[0].zones[0].upToKm"],
  [["rates", 0, "zones"], [zone(null), zone(null)], "$.rates[0].zones[0].upToKm"],
  [["rates", 0, "zones"], [zone(5), zone(5), zone(null)], "$.rates[0].zones[1].upToKm"],
  [["rates", 0, "zones", 0, "upToKm"], 1.0001, "$.rates[0].zones[0].upToKm"],
  [["rates", 0, "zones", 0, "perKg"], "-1", "$.rates[0].zones[0].perKg"],
  [["rates", 1], { service: "standard", zones: [zone(null)] }, "$.rates[1].service"],
  [["splitPenalty"], 2.5, "$.splitPenalty"],
  [["splitPenalty"], "1234567", "$.splitPenalty"],
  [["splitPenalty"], "1.00001", "$.splitPenalty"],
  [["splitPenalty"], "1.", "$.splitPenalty"],
  [["locations", 1], exampleScenario().locations[0], "$.locations[1].id"],
  [["locations", 0, "latitude"], null, "$.locations[0].latitude"],
  [["locations", 0, "latitude"], 91, "$.locations[0].latitude"],
  [["locations", 0, "name"], LONG, "$.locations[0].name"],
  [["locations", 0, "type"], "shop", "$.locations[0].type"],
  [["locations", 0, "rank"], -1, "$.locations[0].rank"],
  [["locations", 0, "rank"], 1.5, "$.locations[0].rank"],
  [["locations", 0, "unitsLeftToday"], 1_000_001, "$.locations[0].unitsLeftToday"],
  [["locations", 0, "paused"], 0, "$.locations[0].paused"],
  [["items", 0, "weightKg"], 1000.001, "$.items[0].weightKg"],
  [["items", 0, "weightKg"], 0.0005, "$.items[0].weightKg"],
  [["items", 1], exampleScenario().items[0], "$.items[1].sku"],
  [["stock", 1], row, "$.stock[1]"],
  [["stock", 0, "locationId"], "L9", "$.stock[0].locationId"],
  [["stock", 0, "available"], 1e9, "$.stock[0].available"],
  [["ruleset", "guardrails"], guardrail({}), "$.ruleset.guardrails[0]"],
  [["ruleset", "guardrails"], guardrail({ maxParcels: 0 }), "$.ruleset.guardrails[0].maxParcels"],
  [
    ["ruleset", "guardrails"],
    guardrail({ sameParcel: false }),
    "$.ruleset.guardrails[0].sameParcel",
  ],
  [["ruleset", "guardrails"], guardrail({ when: {}, hold: "x" }), "$.ruleset.guardrails[0].when"],
  [
    ["ruleset", "guardrails"],
    guardrail({ onlyFrom: { ids: [] } }),
    "$.ruleset.guardrails[0].onlyFrom.ids",
  ],
  [["ruleset", "lanes", 0, "priorities"], [], "$.ruleset.lanes[0].priorities"],
  [
    ["ruleset", "lanes", 0, "priorities"],
    ["nearest", "nearest"],
    "$.ruleset.lanes[0].priorities[1]",
  ],
  [["ruleset", "whenNothingFits"], ["hold", "hold"], "$.ruleset.whenNothingFits[1]"],
  [["orders", 1], exampleScenario().orders[0], "$.orders[1].id"],
  [order("service"), "express", "$.orders[0].service"],
  [order("pickupLocationId"), "L1", "$.orders[0].pickupLocationId"],
  [order("deliveryMethod"), "pickup", "$.orders[0].pickupLocationId"],
  [order("channel"), undefined, "$.orders[0].channel"],
  [order("lines"), [], "$.orders[0].lines"],
  [order("lines"), [line, line], "$.orders[0].lines[1].id"],
  [firstLine("sku"), "S9", "$.orders[0].lines[0].sku"],
  [firstLine("quantity"), 0, "$.orders[0].lines[0].quantity"],
  [firstLine("quantity"), -2, "$.orders[0].lines[0].quantity"],
  [firstLine("quantity"), 1e9, "$.orders[0].lines[0].quantity"],
  [firstLine("quantity"), Number.NaN, "$.orders[0].lines[0].quantity"],
  [firstLine("quantity"), "2", "$.orders[0].lines[0].quantity"],
];

test.each(BREACHES)("refuses %j = %j at %s", (keys, value, path) => {
  expect(() => parseScenario(alterExample(keys, value))).toThrow(
    expect.objectContaining({ path, message: expect.stringMatching(/^\$.*: .+/) }),
  );
});

const ALLOWED: readonly [(string | number)[], unknown][] = [
  [["now"], "2028-02-29T23:59:59.5+05:30"],
  [["orders", 0, "pickupLocationId"], undefined],
  [["orders", 0, "channel"], null],
  [["stock", 0, "available"], -3],
  [["stock", 0, "opportunityCost"], "-1.5"],
  [["ruleset", "guardrails"], guardrail({ onlyFrom: { ids: ["nowhere"] } })],
  [["ruleset", "guardrails"], guardrail({ minMargin: "-5.00" })],
  [["locations", 0, "name"], "🚚".repeat(255)],
];

test.each(ALLOWED)("accepts %j = %j", (keys, value) => {
  expect(() => parseScenario(alterExample(keys, value))).not.toThrow();
});
