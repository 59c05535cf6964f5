import { isDeepStrictEqual } from "node:util";
import { parseScenario, type Scenario } from "#app/insights/scenario/parse-scenario.ts";
import { runScenario } from "#app/insights/scenario/run-scenario.ts";
import type { Dialect } from "#app/rules/ruleset-keys.ts";
import { expectDecision, pickComparable, takeUnits } from "./engine-referee/compare-with-oracle.ts";
import { startState } from "./engine-referee/contract-world.ts";
import { decideExhaustively } from "./engine-referee/exhaustive-oracle.ts";
import { extendScenario, toScenario } from "./engine-referee/extend-scenario.ts";
import {
  type GeneratedScenario,
  generateScenario,
  type WorldShape,
} from "./engine-referee/generate-scenario.ts";

/** Worlds small enough that every plan can be tried. */
export function smallShape(seed: number): WorldShape {
  return {
    locations: 2 + (seed % 5),
    skus: 4,
    orders: 4,
    maxLines: 1 + (Math.floor(seed / 2) % 3),
    maxQuantity: 1 + (Math.floor(seed / 11) % 4),
    depth: 1 + (Math.floor(seed / 3) % 4),
    spread: [0.6, 0.85, 1][Math.floor(seed / 7) % 3]!,
    guardrails: Math.floor(seed / 5) % 5,
    ties: seed % 2 === 0,
    oddities: seed % 3 !== 0,
  };
}

/** A small world of the seed, in a scenario file's language or in all of the product's. */
function makeWorld(seed: number, dialect: Dialect): { raw: GeneratedScenario; scenario: Scenario } {
  const plain = generateScenario(seed, smallShape(seed));
  if (dialect === "scenario") {
    return { raw: plain, scenario: parseScenario(structuredClone(plain)) };
  }
  const raw = extendScenario(plain, seed);
  return { raw, scenario: toScenario(raw) };
}

/** Compares the engine with the oracle on worlds of the seeds; returns the orders compared. */
export function compareWorlds(
  seeds: Iterable<number>,
  dialect: Dialect,
  onDifference: (seed: number, expected: unknown, actual: unknown) => void,
): number {
  let compared = 0;
  for (const seed of seeds) {
    const { raw, scenario } = makeWorld(seed, dialect);
    const state = startState(raw);
    for (const decision of runScenario(scenario)) {
      const order = raw.orders.find(({ id }) => id === decision.orderId)!;
      const oracle = decideExhaustively(raw, order, state);
      if (oracle) {
        const expected = expectDecision(raw, order, state, oracle);
        const actual = pickComparable(decision);
        if (!isDeepStrictEqual(actual, expected)) onDifference(seed, expected, actual);
        compared++;
      }
      takeUnits(state, order, decision);
    }
  }
  return compared;
}

if (import.meta.main) {
  const count = Number(process.argv[2] ?? 300);
  const first = Number(process.argv[3] ?? 1);
  const dialect = process.argv[4] === "product" ? "product" : "scenario";
  let differences = 0;
  const seeds = Array.from({ length: count }, (_, at) => first + at);
  const compared = compareWorlds(seeds, dialect, (seed, expected, actual) => {
    differences++;
    if (differences <= 3) console.log(JSON.stringify({ seed, expected, actual }, null, 1));
  });
  console.log(
    `${compared} orders compared, ${differences} differ (seeds ${first} to ${first + count - 1})`,
  );
  process.exitCode = differences === 0 ? 0 : 1;
}
