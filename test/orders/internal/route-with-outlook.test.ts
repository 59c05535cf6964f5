import fc from "fast-check";
import { expect, test } from "vitest";
import type { StoredSnapshot } from "#app/orders/internal/build-snapshot.ts";
import { routeWithOutlook } from "#app/orders/internal/route-with-outlook.ts";
import type { Decision } from "#app/routing/plan.ts";
import { routeOrder } from "#app/routing/route-order.ts";
import { smallNetwork, smallSnapshot } from "#test/builders/decided-order.ts";

const seed = 20_261_123;

const strict = smallNetwork({
  guardrails: [
    { id: "margin", minMargin: "2.00" },
    { id: "parcels", maxParcels: 1 },
  ],
  whenNothingFits: ["allow_split", "partial"],
});

function freeze(
  stock: readonly (readonly [string, string, number])[],
  costs: readonly string[],
  lines: readonly (readonly [string, number])[],
): StoredSnapshot {
  const small = smallSnapshot("1", { network: strict, stock, lines });
  const { now, items, unitsLeftToday, order } = small;
  const priced = small.stock.map((row, at) => ({ ...row, opportunityCost: costs[at]! }));
  return { now, items, stock: priced, unitsLeftToday, order, leftOut: [], keptBack: [] };
}

const unfilled = (plan: Decision) => plan.unfilled.reduce((sum, row) => sum + row.quantity, 0);

test("a price on the last units never refuses a sale, whatever the margin asks", () => {
  const cost = fc.integer({ min: -50_000, max: 900_000 }).map((n) => (n / 10_000).toFixed(4));
  const units = fc.integer({ min: 0, max: 3 });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(units, cost), { minLength: 6, maxLength: 6 }),
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 0, max: 3 }),
      (cells, ofA, ofB) => {
        const stock = cells.map(
          ([n], at) => [String(1 + (at % 3)), at < 3 ? "A" : "B", n] as const,
        );
        const lines = [["A", ofA] as const, ...(ofB > 0 ? [["B", ofB] as const] : [])];
        const priced = freeze(
          stock,
          cells.map(([, text]) => text),
          lines,
        );
        const free = freeze(
          stock,
          cells.map(() => "0"),
          lines,
        );
        const { plan } = routeWithOutlook(priced, strict);
        expect(unfilled(plan)).toBeLessThanOrEqual(unfilled(routeWithOutlook(free, strict).plan));
      },
    ),
    { seed, numRuns: 300 },
  );
});

test("an order that the price would cost its margin is sold without it, and its snapshot says so", () => {
  const dear = freeze([["1", "A", 5]], ["500.0000"], [["A", 1]]);
  const { plan, snapshot } = routeWithOutlook(dear, strict);
  expect(plan.outcome).toBe("planned");
  expect(snapshot.stock.map((row) => row.opportunityCost)).toEqual(["0"]);
  const { leftOut, keptBack, ...rest } = snapshot;
  expect([leftOut, keptBack]).toEqual([[], []]);
  expect(routeOrder({ ...rest, network: strict })).toEqual(plan);
});

test("scarce stock stays where a like unit costs little more", () => {
  const world = freeze(
    [
      ["1", "A", 1],
      ["2", "A", 5],
    ],
    ["3.0000", "0.0000"],
    [["A", 1]],
  );
  expect(routeWithOutlook(world, strict).plan.parcels.map((one) => one.locationId)).toEqual(["2"]);
});
