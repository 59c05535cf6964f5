import fc from "fast-check";
import { expect, test } from "vitest";
import { parseScenario } from "#app/insights/scenario/parse-scenario.ts";
import { runScenario } from "#app/insights/scenario/run-scenario.ts";
import type { Decision } from "#app/routing/plan.ts";
import { smallShape } from "#bench/engine-oracle.ts";
import { sharesOf } from "#bench/engine-referee/compare-with-oracle.ts";
import {
  type GeneratedScenario,
  generateScenario,
} from "#bench/engine-referee/generate-scenario.ts";
import { seedRandom } from "#bench/engine-referee/random.ts";

const SEED = 20261121;
const MOST_MS = 120_000;
const RUNS = { seed: SEED, numRuns: 150 };
const worlds = fc.integer({ min: 1, max: 1_000_000 }).map((seed) => ({
  seed,
  raw: generateScenario(seed, smallShape(seed)),
}));

const decideAlone = (raw: GeneratedScenario): Decision[] => [
  ...runScenario(parseScenario(raw), { independent: true }),
];
const shippedOf = (decision: Decision) =>
  sharesOf(decision).reduce((sum, { quantity }) => sum + quantity, 0);
/** Everything decided, without the count of nodes, which may differ with the order of rows. */
const essence = ({ proof, ...rest }: Decision) => ({ ...rest, bound: proof.bound });

test(
  `units are conserved: shipped plus unfilled is ordered (seed ${SEED})`,
  { timeout: MOST_MS },
  () => {
    fc.assert(
      fc.property(worlds, ({ raw }) => {
        for (const decision of runScenario(parseScenario(raw))) {
          const order = raw.orders.find(({ id }) => id === decision.orderId)!;
          for (const line of order.lines) {
            const shipped = sharesOf(decision).filter(({ lineId }) => lineId === line.id);
            const unfilled = decision.unfilled.filter(({ lineId }) => lineId === line.id);
            const units = [...shipped, ...unfilled].reduce(
              (sum, { quantity }) => sum + quantity,
              0,
            );
            expect(units).toBe(line.quantity);
          }
        }
      }),
      RUNS,
    );
  },
);

test(`the order of rows changes nothing (seed ${SEED})`, { timeout: MOST_MS }, () => {
  fc.assert(
    fc.property(worlds, ({ seed, raw }) => {
      const random = seedRandom(seed);
      const shuffle = <T>(list: readonly T[]): T[] =>
        list
          .map((row) => ({ row, key: random.share() }))
          .sort((a, b) => a.key - b.key)
          .map(({ row }) => row);
      const orders = raw.orders.map((order) => ({ ...order, lines: shuffle(order.lines) }));
      const shuffled = {
        ...raw,
        locations: shuffle(raw.locations),
        items: shuffle(raw.items),
        stock: shuffle(raw.stock),
        rates: shuffle(raw.rates),
        orders,
      };
      expect(decideAlone(shuffled).map(essence)).toEqual(decideAlone(raw).map(essence));
    }),
    RUNS,
  );
});

test(`more stock never fills less (seed ${SEED})`, { timeout: MOST_MS }, () => {
  fc.assert(
    fc.property(worlds, ({ raw }) => {
      const more = raw.stock.map((row) => ({ ...row, available: row.available + 2 }));
      const before = decideAlone(raw);
      decideAlone({ ...raw, stock: more }).forEach((after, at) => {
        expect(shippedOf(after)).toBeGreaterThanOrEqual(shippedOf(before[at]!));
      });
    }),
    RUNS,
  );
});

test(
  `without guardrails a cheapest plan never costs more (seed ${SEED})`,
  { timeout: MOST_MS },
  () => {
    fc.assert(
      fc.property(worlds, ({ raw }) => {
        const lanes = [{ id: "cost", priorities: ["lowest_cost" as const] }];
        // Known distances only: the plan with fewer unknown ones wins before cost is looked at.
        const locations = raw.locations.map((place) => ({
          ...place,
          latitude: 40,
          longitude: -90,
        }));
        const free = { guardrails: [], lanes, whenNothingFits: [] };
        const bound = decideAlone({ ...raw, locations, ruleset: { ...raw.ruleset, lanes } });
        decideAlone({ ...raw, locations, ruleset: free }).forEach((after, at) => {
          const before = bound[at]!;
          if (before.outcome !== "planned" || before.relaxed.includes("below_safety_stock")) return;
          expect(Number(after.cost)).toBeLessThanOrEqual(Number(before.cost));
        });
      }),
      RUNS,
    );
  },
);
