import { expect, test } from "vitest";
import { parseScenario } from "#app/insights/scenario/parse-scenario.ts";
import { explainInWords } from "#app/routing/explain-in-words.ts";
import { routeOrder } from "#app/routing/route-order.ts";
import { exampleScenario } from "#test/scenarios/example-scenario.ts";

function explain(change: (scenario: ReturnType<typeof exampleScenario>) => void) {
  const raw = exampleScenario();
  const [dc] = raw.locations;
  raw.locations = [
    { ...dc!, id: "D", name: "Denver", latitude: 39.74, longitude: -104.99 },
    { ...dc!, id: "B", name: "Boulder", latitude: 40.01, longitude: -105.27 },
  ];
  raw.orders[0]!.destination = { ...raw.orders[0]!.destination, latitude: 40.2, longitude: -105.3 };
  raw.stock = [
    { ...raw.stock[0]!, locationId: "D", available: 9 },
    { ...raw.stock[0]!, locationId: "B", available: 1, safetyStock: 1 },
  ];
  change(raw);
  const scenario = parseScenario(raw);
  const snapshot = { ...scenario, order: scenario.orders[0]! };
  return explainInWords(snapshot, routeOrder(snapshot));
}

test("names the nearer location and the safety stock it keeps", () => {
  const words = explain(() => {});
  expect(words.decision).toBe(
    "Ships from Denver because Boulder, 37 km nearer, keeps its last unit (safety stock 1).",
  );
  expect(words.locations).toEqual([
    {
      locationId: "B",
      sentence: "Boulder cannot ship it: it keeps its last unit (safety stock 1).",
    },
    { locationId: "D", sentence: "Denver ships." },
  ]);
  expect(words.flip).toBe("Had Boulder 3 S1 instead of 1, the order would ship differently.");
});

test("names the runner-up and what it lost on", () => {
  const words = explain(({ stock, locations }) => {
    stock[1]!.available = 9;
    locations[1]!.handlingPerParcel = "1.85";
  });
  expect(words.decision).toBe("Ships from Denver because Boulder would cost 1.2500 USD more.");
  expect(words.flip).toBe(
    "If a parcel from Denver cost 1.8501 USD to handle instead of 0.6000, another location would ship the order.",
  );
});

test("says what is held and what cannot be filled", () => {
  const held = explain(({ ruleset }) => {
    ruleset.guardrails = [{ id: "fraud", hold: "check the address" } as never];
  });
  expect(held.decision).toBe("Held: check the address.");
  expect(held.flip).toBe("Without the rule fraud the order could be filled.");
  const empty = explain((scenario) => {
    scenario.stock = [];
    scenario.ruleset.whenNothingFits = ["backorder"];
  });
  expect(empty.decision).toBe("Cannot be filled under the rules (backorder).");
  expect(empty.flip).toBe("Had Boulder 2 S1 instead of 0, the order would ship differently.");
});
