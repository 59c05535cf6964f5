import { isDeepStrictEqual } from "node:util";
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

/** Makes a world of a seed. */
export type MakeWorld = (seed: number) => GeneratedScenario;

/** Small worlds in a scenario file's language, and in all of the product's. */
export const MAKE_WORLDS: Readonly<Record<Dialect, MakeWorld>> = {
  scenario: (seed) => generateScenario(seed, smallShape(seed)),
  product: (seed) => extendScenario(generateScenario(seed, smallShape(seed)), seed),
};

/** Compares the engine with the oracle on worlds of the seeds; returns the orders compared. */
export function compareWorlds(
  seeds: Iterable<number>,
  makeWorld: MakeWorld,
  onDifference: (seed: number, expected: unknown, actual: unknown) => void,
): number {
  let compared = 0;
  for (const seed of seeds) {
    const raw = makeWorld(seed);
    const state = startState(raw);
    for (const decision of runScenario(toScenario(raw))) {
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
  const compared = compareWorlds(seeds, MAKE_WORLDS[dialect], (seed, expected, actual) => {
    differences++;
    if (differences <= 3) console.log(JSON.stringify({ seed, expected, actual }, null, 1));
  });
  console.log(
    `${compared} orders compared, ${differences} differ (seeds ${first} to ${first + count - 1})`,
  );
  process.exitCode = differences === 0 ? 0 : 1;
}
