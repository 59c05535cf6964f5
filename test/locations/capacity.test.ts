import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CapacityLeft } from "#app/locations/capacity.ts";
import {
  giveBackWork,
  minutesOf,
  takeWork,
  toUnitsLeft,
  unitsThatFit,
} from "#app/locations/capacity.ts";

const seed = 20261121;
const none: CapacityLeft = {
  orders: null,
  units: null,
  minutes: null,
  minutesPerOrder: 0,
  minutesPerUnit: 0,
};
const left = (change: Partial<CapacityLeft>): CapacityLeft => ({ ...none, ...change });

describe("units that fit into one more order", () => {
  it.each([
    ["no limit", {}, Infinity],
    ["0 units", { units: 0 }, 0],
    ["1 unit", { units: 1 }, 1],
    ["exactly 7 units", { units: 7 }, 7],
    ["no order left", { units: 7, orders: 0 }, 0],
    ["one order left, of any size", { orders: 1 }, Infinity],
    ["overdrawn by staff", { units: -2 }, 0],
    ["minutes for the order alone", { minutes: 4, minutesPerOrder: 4, minutesPerUnit: 0.5 }, 0],
    [
      "minutes for exactly three units",
      { minutes: 5.5, minutesPerOrder: 4, minutesPerUnit: 0.5 },
      3,
    ],
    ["a hundredth too few", { minutes: 5.49, minutesPerOrder: 4, minutesPerUnit: 0.5 }, 2],
    ["not even the order", { minutes: 3.99, minutesPerOrder: 4, minutesPerUnit: 0 }, 0],
    ["units that take no time", { minutes: 4, minutesPerOrder: 4, minutesPerUnit: 0 }, Infinity],
    ["the tightest of all", { units: 9, orders: 2, minutes: 6, minutesPerUnit: 1 }, 6],
  ])("%s", (_, change, units) => {
    expect(unitsThatFit(left(change))).toBe(units);
  });

  it("a location that can take any number is not told to the engine", () => {
    const rows: [string, CapacityLeft][] = [
      ["a", left({ orders: 1 })],
      ["b", left({ orders: 0 })],
      ["c", left({ units: 3 })],
    ];
    expect(toUnitsLeft(new Map(rows))).toEqual({ b: 0, c: 3 });
  });
});

const limits = fc.option(fc.integer({ min: 0, max: 60 }));
const times = fc.integer({ min: 0, max: 700 }).map((hundredths) => hundredths / 100);
const capacities: fc.Arbitrary<CapacityLeft> = fc.record({
  orders: limits,
  units: limits,
  minutes: limits,
  minutesPerOrder: times,
  minutesPerUnit: times,
});
const isWithin = (one: CapacityLeft) =>
  [one.orders, one.units, one.minutes].every((limit) => limit === null || limit >= 0);

describe("for any capacity", () => {
  it(`the figure is exact: so many units fit, one more does not (seed ${seed})`, () => {
    fc.assert(
      fc.property(capacities, (capacity) => {
        const units = unitsThatFit(capacity);
        if (units > 0) {
          const most = Number.isFinite(units) ? units : 1_000;
          expect(isWithin(takeWork(capacity, { parcels: 1, units: most }))).toBe(true);
        }
        if (Number.isFinite(units)) {
          expect(isWithin(takeWork(capacity, { parcels: 1, units: units + 1 }))).toBe(false);
        }
      }),
      { seed },
    );
  });

  it(`what is taken and given back is as if it never was (seed ${seed})`, () => {
    const works = fc.record({ parcels: fc.nat(5), units: fc.nat(40) });
    fc.assert(
      fc.property(capacities, fc.array(works), (capacity, jobs) => {
        const taken = jobs.reduce(takeWork, capacity);
        expect([...jobs].reverse().reduce(giveBackWork, taken)).toEqual(capacity);
      }),
      { seed },
    );
  });

  it("minutes are summed exactly", () => {
    const rates = { minutesPerOrder: 0.1, minutesPerUnit: 0.2 };
    expect(minutesOf({ parcels: 1, units: 1 }, rates)).toBe(0.3);
  });
});
