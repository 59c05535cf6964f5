import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { creditAge } from "#app/inventory/opportunity/credit-age.ts";
import { drawFuture } from "#app/inventory/opportunity/draw-future.ts";
import { groupItems } from "#app/inventory/opportunity/group-items.ts";
import type { Basket, Market } from "#app/inventory/opportunity/market.ts";
import { priceByCover } from "#app/inventory/opportunity/price-by-cover.ts";
import { priceBySales } from "#app/inventory/opportunity/price-by-sales.ts";
import { loadSolver } from "#app/inventory/opportunity/solve-program.ts";

const seed = 20_261_122;

/** Customers near place 0, customers near place 1: the far parcel costs 4.00 more. */
function buy(items: readonly string[], near: 0 | 1): Basket {
  return {
    lines: items.map((item) => ({ item, units: 1, unit: [5_000, 5_000] })),
    parcel: near === 0 ? [70_000, 110_000] : [110_000, 70_000],
    onlyPlace: null,
  };
}

function market(stock: Record<string, readonly number[]>, past: readonly Basket[]): Market {
  return { places: 2, stock: new Map(Object.entries(stock)), past, expected: past.length };
}

describe("prices by sales", () => {
  test("the shelf that its own customers will need costs what the far parcel costs more", async () => {
    const past = Array.from({ length: 8 }, () => buy(["a"], 0));
    const prices = await priceBySales(market({ a: [4, 10] }, past), new Map(), await loadSolver());
    expect(prices.get("a")).toEqual([40_000, 0]);
  });

  test("plenty everywhere is scarce nowhere", async () => {
    const past = [buy(["a"], 0), buy(["a"], 1), buy(["a"], 0)];
    const prices = await priceBySales(market({ a: [50, 50] }, past), new Map(), await loadSolver());
    expect(prices.get("a")).toEqual([0, 0]);
  });

  test("a unit that will keep a basket in one parcel costs more than its like elsewhere", async () => {
    // Only place 0 has "b": whoever takes its "a" makes a later basket of both come in two parcels.
    const past = Array.from({ length: 4 }, () => buy(["a", "b"], 1));
    const stock = { a: [2, 9], b: [9, 0] };
    const prices = await priceBySales(market(stock, past), new Map(), await loadSolver());
    const [first, second] = prices.get("a")!;
    expect(first).toBeGreaterThan(second!);
  });

  test("prices are never negative and leave one shelf of each item at zero", async () => {
    const solve = await loadSolver();
    const baskets = fc.array(
      fc.record({ both: fc.boolean(), near: fc.constantFrom(0 as const, 1 as const) }),
      { minLength: 1, maxLength: 12 },
    );
    const units = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }));
    await fc.assert(
      fc.asyncProperty(baskets, units, units, async (list, a, b) => {
        const past = list.map(({ both, near }) => buy(both ? ["a", "b"] : ["a"], near));
        const prices = await priceBySales(market({ a, b }, past), new Map(), solve);
        for (const row of prices.values()) expect(Math.min(...row)).toBe(0);
      }),
      { seed, numRuns: 40 },
    );
  });
});

describe("a future", () => {
  test("never asks for more than all places have, first come, first served", () => {
    const past = [buy(["a"], 0), buy(["a", "b"], 1), buy(["b"], 0)];
    const future = drawFuture({ ...market({ a: [1, 0], b: [0, 2] }, past), expected: 9 }, 0, 8);
    expect(future.map(({ lines }) => lines.map(({ item }) => item))).toEqual([["a"], ["b"], ["b"]]);
  });

  test("starts its stretches evenly over the past and runs on at its beginning", () => {
    const past = ["a", "b", "c", "d"].map((item) => buy([item], 0));
    const plenty = Object.fromEntries(["a", "b", "c", "d"].map((item) => [item, [9, 9]]));
    const world = { ...market(plenty, past), expected: 3 };
    const itemsOf = (at: number) => drawFuture(world, at, 2).map(({ lines }) => lines[0]!.item);
    expect([itemsOf(0), itemsOf(1)]).toEqual([
      ["a", "b", "c"],
      ["c", "d", "a"],
    ]);
  });
});

test("groups take the best sellers first, and leave out what one place alone can give", () => {
  const past = [buy(["b"], 0), buy(["b"], 0), buy(["a"], 0), buy(["alone"], 0)];
  const world = market({ a: [1, 1], b: [1, 1], alone: [5, 0] }, past);
  expect(groupItems(world, 2)).toEqual([["b"], ["a"]]);
});

describe("prices by cover", () => {
  test("without any sales the emptier shelf is dearer", () => {
    const shelves = [1, 4, 12].map((units) => ({ units, unitsPerDay: null }));
    const [few = 0, some = 0, many = 0] = priceByCover(shelves, { missing: 40_000, days: 14 });
    expect(few).toBeGreaterThan(some);
    expect(some).toBeGreaterThan(many);
    expect(many).toBe(0);
  });

  test("a shelf that sells is dearer than a fuller or a slower one, up to what missing costs", () => {
    const shelves = [
      { units: 2, unitsPerDay: 1 },
      { units: 2, unitsPerDay: 0 },
    ];
    const [fast = 0, slow = 0] = priceByCover(shelves, { missing: 40_000, days: 14 });
    expect(slow).toBe(0);
    expect(fast).toBeGreaterThan(39_000);
    expect(fast).toBeLessThanOrEqual(40_000);
  });

  test("the only shelf of an item has no like to be compared with", () => {
    const shelves = [
      { units: 1, unitsPerDay: 3 },
      { units: 0, unitsPerDay: 3 },
    ];
    expect(priceByCover(shelves, { missing: 40_000, days: 14 })).toEqual([0, 0]);
  });
});

test("age is a credit from sixty days on, a fifth of the cost at most", () => {
  expect(creditAge(100_000, null)).toBe(0);
  expect(creditAge(100_000, 59)).toBe(0);
  expect(creditAge(100_000, 73)).toBe(4_000);
  expect(creditAge(100_000, 4_000)).toBe(20_000);
});
