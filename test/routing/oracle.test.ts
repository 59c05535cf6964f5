import { expect, test } from "vitest";
import type { Dialect } from "#app/rules/ruleset-keys.ts";
import { compareWorlds } from "#bench/engine-oracle.ts";

const MOST_MS = 240_000;

test.each<[Dialect, number, string]>([
  ["scenario", 10_001, "version 1 of the contract"],
  ["product", 20_001, "the whole rule language"],
])(
  "every decision equals the exhaustive oracle's, field by field: %s rules (250 worlds from seed %d)",
  { timeout: MOST_MS },
  (dialect, first) => {
    const seeds = Array.from({ length: 250 }, (_, at) => first + at);
    const compared = compareWorlds(seeds, dialect, (seed, expected, actual) => {
      expect(actual, `seed ${seed}`).toEqual(expected);
    });
    expect(compared).toBeGreaterThan(900);
  },
);
