import { expect, test } from "vitest";
import { compareWorlds } from "#bench/engine-oracle.ts";

test("every decision equals the exhaustive oracle's, field by field (seeds 10001 to 10250)", () => {
  const seeds = Array.from({ length: 250 }, (_, at) => 10_001 + at);
  const compared = compareWorlds(seeds, (seed, expected, actual) => {
    expect(actual, `seed ${seed}`).toEqual(expected);
  });
  expect(compared).toBeGreaterThan(900);
});
