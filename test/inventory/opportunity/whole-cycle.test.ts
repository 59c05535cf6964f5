import { expect, test } from "vitest";
import { compareLookAhead, gapClosed, SHAPE } from "#bench/engine-lookahead.ts";

/** The short form of the benchmark: the same worlds, fewer orders. Nothing here depends on time. */
test("looking ahead goes a third of the way to perfect foresight and refuses no sale", async () => {
  const seed = 1;
  const comparisons = await compareLookAhead({ ...SHAPE, orders: 120 }, seed, 2);
  const [oneByOne, ...ahead] = comparisons.rows;
  for (const row of ahead) {
    const told = `seed ${seed}: ${JSON.stringify(comparisons)}`;
    expect(gapClosed(comparisons, row), told).toBeGreaterThanOrEqual(0.3);
    expect(row.splits, told).toBeLessThanOrEqual(0.7 * oneByOne!.splits);
    expect(row.refused, told).toBe(0);
    expect(row.cost, told).toBeGreaterThanOrEqual(comparisons.foresight.cost);
  }
}, 300_000);
