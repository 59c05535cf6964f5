import { expect, test } from "vitest";
import { parseScenario } from "#app/insights/scenario/parse-scenario.ts";
import type { Priority } from "#app/routing/ruleset.ts";
import type { Dialect } from "#app/rules/ruleset-keys.ts";
import { compareWorlds, MAKE_WORLDS, type MakeWorld } from "#bench/engine-oracle.ts";
import { toScenario } from "#bench/engine-referee/extend-scenario.ts";

const MOST_MS = 240_000;
const seedsFrom = (first: number, count: number) =>
  Array.from({ length: count }, (_, at) => first + at);

function compare(first: number, count: number, makeWorld: MakeWorld): number {
  return compareWorlds(seedsFrom(first, count), makeWorld, (seed, expected, actual) => {
    expect(actual, `seed ${seed}`).toEqual(expected);
  });
}

test.each<[Dialect, number]>([
  ["scenario", 10_001],
  ["product", 20_001],
])(
  "every decision equals the exhaustive oracle's, field by field (%s rules, 250 worlds from seed %d)",
  { timeout: MOST_MS },
  (dialect, first) => {
    expect(compare(first, 250, MAKE_WORLDS[dialect])).toBeGreaterThan(900);
  },
);

test.each<[Priority, number]>([
  ["fewest_parcels", 31_001],
  ["nearest", 32_001],
  ["earliest_delivery", 33_001],
  ["location_rank", 34_001],
  ["store_first", 35_001],
  ["warehouse_first", 36_001],
  ["clear_aged_stock", 37_001],
  ["spare_scarce_stock", 38_001],
  ["level_load", 39_001],
  ["highest_margin", 40_001],
])(
  "by %s alone, every decision equals the exhaustive oracle's (60 worlds from seed %d)",
  { timeout: MOST_MS },
  (priority, first) => {
    const lanes = [{ id: "one", priorities: [priority] }];
    const makeWorld: MakeWorld = (seed) => {
      const raw = MAKE_WORLDS.product(seed);
      return { ...raw, ruleset: { ...raw.ruleset, lanes } };
    };
    expect(compare(first, 60, makeWorld)).toBeGreaterThan(200);
  },
);

test("a scenario file means the same to its own reader and to the product's (50 worlds from seed 1)", () => {
  for (const seed of seedsFrom(1, 50)) {
    const raw = MAKE_WORLDS.scenario(seed);
    expect(parseScenario(structuredClone(raw))).toEqual(toScenario(raw));
  }
});
