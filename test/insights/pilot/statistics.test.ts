import fc from "fast-check";
import { expect, test } from "vitest";
import { findStopRate } from "#app/insights/pilot/find-stop-rate.ts";
import { judgePilot } from "#app/insights/pilot/judge-pilot.ts";
import type { ArmTallies } from "#app/insights/pilot/pilot-tallies.ts";
import { compareMeans } from "#app/insights/pilot/statistics/compare-means.ts";
import { compareShares } from "#app/insights/pilot/statistics/compare-shares.ts";
import { studentQuantile } from "#app/insights/pilot/statistics/student-quantile.ts";
import { wilsonInterval } from "#app/insights/pilot/statistics/wilson-interval.ts";

const SEED = 20261122;

test("Student's t agrees with printed tables from four degrees of freedom on", () => {
  const table = [
    [4, 2.776],
    [5, 2.571],
    [9, 2.262],
    [10, 2.228],
    [29, 2.045],
    [100, 1.984],
    [1e9, 1.96],
  ] as const;
  for (const [freedom, expected] of table) {
    expect(studentQuantile(freedom)).toBeCloseTo(expected, 2);
  }
});

test("Wilson's interval agrees with Newcombe's printed examples", () => {
  // R. G. Newcombe, "Two-sided confidence intervals for the single proportion", 1998, table I.
  const round = ({ low, high }: { low: number; high: number }) =>
    [low, high].map((x) => x.toFixed(4));
  expect(round(wilsonInterval({ count: 263, hits: 81 }))).toEqual(["0.2553", "0.3662"]);
  expect(round(wilsonInterval({ count: 148, hits: 15 }))).toEqual(["0.0624", "0.1605"]);
  expect(round(wilsonInterval({ count: 20, hits: 0 }))).toEqual(["0.0000", "0.1611"]);
  expect(round(wilsonInterval({ count: 29, hits: 1 }))).toEqual(["0.0061", "0.1718"]);
});

test("the difference of shares agrees with Newcombe's printed example", () => {
  // R. G. Newcombe, "Interval estimation for the difference…", 1998, table II: 56/70 less 48/80.
  const difference = compareShares({ count: 80, hits: 48 }, { count: 70, hits: 56 })!;
  expect(difference.value).toBeCloseTo(0.2, 6);
  expect(difference.low).toBeCloseTo(0.0524, 4);
  expect(difference.high).toBeCloseTo(0.3339, 4);
});

test("the difference of means is Welch's", () => {
  // Two samples of 15 and 12 by hand: t(nu) with nu by Satterthwaite.
  const control = { count: 15, mean: 20.6, variance: 8.2 };
  const treatment = { count: 12, mean: 22.5, variance: 16 };
  const { value, low, high } = compareMeans(control, treatment)!;
  const error = Math.sqrt(8.2 / 15 + 16 / 12);
  expect(value).toBeCloseTo(1.9, 6);
  expect((high - low) / 2 / error).toBeCloseTo(2.093, 2);
  expect(compareMeans({ ...control, count: 4 }, treatment)).toBeNull();
});

test(`an interval holds its difference, and swapping the sides mirrors it (seed ${SEED})`, () => {
  const share = fc
    .tuple(fc.integer({ min: 5, max: 500 }), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([count, part]) => ({ count, hits: Math.round(count * part) }));
  fc.assert(
    fc.property(share, share, (one, other) => {
      const there = compareShares(one, other)!;
      const back = compareShares(other, one)!;
      expect(there.low).toBeLessThanOrEqual(there.value + 1e-12);
      expect(there.high).toBeGreaterThanOrEqual(there.value - 1e-12);
      expect(there.low).toBeGreaterThanOrEqual(-1 - 1e-9);
      expect(there.low).toBeCloseTo(-back.high, 9);
    }),
    { seed: SEED, numRuns: 500 },
  );
});

test(`95 of 100 intervals hold the true difference, more or less (seed ${SEED})`, () => {
  let state = SEED;
  const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  const draw = (count: number, rate: number) => ({
    count,
    hits: Array.from({ length: count }).filter(() => random() < rate).length,
  });
  const held = Array.from({ length: 2_000 }).filter(() => {
    const { low, high } = compareShares(draw(60, 0.1), draw(40, 0.2))!;
    return low <= 0.1 && high >= 0.1;
  });
  expect(held.length / 2_000).toBeGreaterThan(0.93);
  expect(held.length / 2_000).toBeLessThan(0.98);
});

const arm = (change: Partial<ArmTallies> = {}): ArmTallies => ({
  orders: 100,
  cost: { count: 100, mean: 10, variance: 4 },
  split: { count: 100, hits: 20 },
  rejected: { count: 100, hits: 5 },
  onTime: { count: 100, hits: 90 },
  ...change,
});

test("a verdict needs an interval beyond zero, and knows which way is better", () => {
  const treatment = arm({
    cost: { count: 100, mean: 9, variance: 4 },
    split: { count: 100, hits: 45 },
    rejected: { count: 3, hits: 1 },
    onTime: { count: 20, hits: 19 },
  });
  const report = judgePilot({ control: arm(), treatment });
  expect(report.map(({ name, verdict, isSmall }) => [name, verdict, isSmall])).toEqual([
    ["cost", "better", false],
    ["split_rate", "worse", false],
    ["rejection_rate", "too_few", true],
    ["on_time", "unclear", true],
  ]);
});

test("the stop rule waits for its number of orders and then needs more than its limit", () => {
  const rule = { stopAbovePercent: 15, stopAfterOrders: 20 };
  const rate = (count: number, hits: number) =>
    findStopRate(arm({ rejected: { count, hits } }), rule);
  expect(rate(19, 19)).toBeNull();
  expect(rate(20, 3)).toBeNull();
  expect(rate(20, 4)).toBe(20);
  expect(
    findStopRate(arm({ rejected: { count: 0, hits: 0 } }), { ...rule, stopAfterOrders: 0 }),
  ).toBeNull();
});
