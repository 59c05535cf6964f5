import fc from "fast-check";
import { expect, test } from "vitest";
import { runScenario } from "#app/insights/scenario/run-scenario.ts";
import type { Decision, ExclusionCode, ExclusionReason } from "#app/routing/plan.ts";
import { MAKE_WORLDS } from "#bench/engine-oracle.ts";
import { sharesOf, takeUnits } from "#bench/engine-referee/compare-with-oracle.ts";
import { startState, STRICT } from "#bench/engine-referee/contract-world.ts";
import { findBreaches } from "#bench/engine-referee/evaluate-plan.ts";
import { loosen } from "#bench/engine-referee/exhaustive-oracle.ts";
import { toScenario } from "#bench/engine-referee/extend-scenario.ts";
import {
  type GeneratedScenario,
  generateScenario,
} from "#bench/engine-referee/generate-scenario.ts";

const SEED = 20261122;
const MOST_MS = 120_000;
const RUNS = { seed: SEED, numRuns: 120 };
const seeds = fc.integer({ min: 1, max: 1_000_000 });
/** Worlds under the whole rule language. */
const worlds = seeds.map((seed) => MAKE_WORLDS.product(seed));

const decideAll = (raw: GeneratedScenario, independent = true): Decision[] => [
  ...runScenario(toScenario(raw), { independent }),
];

test(
  `no plan takes more than ATP or capacity, or breaks a rule in force (seed ${SEED})`,
  { timeout: MOST_MS },
  () => {
    let plans = 0;
    fc.assert(
      fc.property(worlds, (raw) => {
        const state = startState(raw);
        for (const decision of decideAll(raw, false)) {
          const order = raw.orders.find(({ id }) => id === decision.orderId)!;
          const loosened = decision.relaxed.reduce(loosen, STRICT);
          if (decision.parcels.length > 0) {
            plans++;
            expect(findBreaches(raw, order, state, loosened, sharesOf(decision))).toEqual([]);
          }
          takeUnits(state, order, decision);
        }
      }),
      RUNS,
    );
    expect(plans).toBeGreaterThan(100);
  },
);

test(
  `without one of its guardrails an order never costs more (seed ${SEED})`,
  { timeout: MOST_MS },
  () => {
    let compared = 0;
    fc.assert(
      fc.property(worlds, (plain) => {
        const ruleset = {
          ...plain.ruleset,
          lanes: [{ id: "cost", priorities: ["lowest_cost" as const] }],
          whenNothingFits: [],
        };
        // Known distances only: the plan with fewer unknown ones wins before cost is looked at.
        const locations = plain.locations.map((place) => ({
          ...place,
          latitude: 40,
          longitude: -90,
        }));
        const raw = { ...plain, locations, ruleset };
        const before = decideAll(raw);
        for (const { id } of ruleset.guardrails) {
          const guardrails = ruleset.guardrails.filter((rule) => rule.id !== id);
          decideAll({ ...raw, ruleset: { ...ruleset, guardrails } }).forEach((after, at) => {
            if (before[at]!.outcome !== "planned") return;
            compared++;
            expect(after.outcome).toBe("planned");
            expect(Number(after.cost)).toBeLessThanOrEqual(Number(before[at]!.cost));
          });
        }
      }),
      RUNS,
    );
    expect(compared).toBeGreaterThan(100);
  },
);

type Remove = (raw: GeneratedScenario, at: Left) => GeneratedScenario;

/** A location left out of an order, and one of its reasons. */
interface Left {
  readonly orderId: string;
  readonly locationId: string;
  readonly reason: ExclusionReason;
}

const changeLocation =
  (fields: object): Remove =>
  (raw, { locationId }) => ({
    ...raw,
    locations: raw.locations.map((place) =>
      place.id === locationId ? { ...place, ...fields } : place,
    ),
  });

const dropRule: Remove = (raw, { reason }) => {
  const guardrails = raw.ruleset.guardrails.filter(({ id }) => id !== reason.rule);
  return { ...raw, ruleset: { ...raw.ruleset, guardrails } };
};

/** What takes each kind of reason away. */
const REMOVE: Readonly<Record<ExclusionCode, Remove>> = {
  paused: changeLocation({ paused: false }),
  no_capacity: changeLocation({ unitsLeftToday: null }),
  pickup_elsewhere: (raw, { orderId, locationId }) => ({
    ...raw,
    orders: raw.orders.map((order) =>
      order.id === orderId ? { ...order, pickupLocationId: locationId } : order,
    ),
  }),
  no_stock: (raw, { orderId, locationId, reason }) => {
    const order = raw.orders.find(({ id }) => id === orderId)!;
    const { sku } = order.lines.find(({ id }) => id === reason.lineId)!;
    const row = { locationId, sku, available: 50, safetyStock: 0, opportunityCost: "0" };
    const others = raw.stock.filter((one) => one.locationId !== locationId || one.sku !== sku);
    return { ...raw, stock: [...others, row] };
  },
  only_from: dropRule,
  never_from: dropRule,
  min_available: dropRule,
  within_km: dropRule,
  within_promise: dropRule,
  stay_in_country: dropRule,
  stay_in_province: dropRule,
  before_cutoff: dropRule,
};

test(
  `a location left out takes part once its reasons are gone (seed ${SEED})`,
  { timeout: MOST_MS },
  () => {
    const codes = new Set<string>();
    const MOST_LAYERS = 15;
    fc.assert(
      fc.property(worlds, (plain) => {
        const strict = { ...plain, ruleset: { ...plain.ruleset, whenNothingFits: [] } };
        const [decision] = decideAll(strict);
        const { orderId } = decision!;
        for (const { locationId, verdict } of decision!.explanation.locations) {
          if (verdict !== "excluded") continue;
          let raw: GeneratedScenario = strict;
          const gone: string[] = [];
          // Behind a reason may stand another, such as the next rule: but each goes for good.
          for (let layer = 0; layer <= MOST_LAYERS; layer++) {
            const again = decideAll(raw).find((one) => one.orderId === orderId)!;
            const judged = again.explanation.locations.find(
              (one) => one.locationId === locationId,
            )!;
            if (judged.verdict !== "excluded") break;
            expect(layer).toBeLessThan(MOST_LAYERS);
            const [reason] = judged.reasons;
            expect(gone).not.toContain(JSON.stringify(reason));
            gone.push(JSON.stringify(reason));
            codes.add(reason!.code);
            raw = REMOVE[reason!.code](raw, { orderId, locationId, reason: reason! });
          }
          expect(gone.length).toBeGreaterThan(0);
        }
      }),
      RUNS,
    );
    expect([...codes].sort()).toEqual(Object.keys(REMOVE).sort());
  },
);

/** The fewest locations whose stock together covers the order, by trying every set of them. */
function countMinimumCover(
  raw: GeneratedScenario,
  order: GeneratedScenario["orders"][number],
): number {
  const demand = Map.groupBy(order.lines, ({ sku }) => sku);
  const give = raw.locations.map(({ id }) =>
    [...demand.keys()].map((sku) => {
      const row = raw.stock.find((one) => one.locationId === id && one.sku === sku);
      return row ? Math.max(0, row.available - row.safetyStock) : 0;
    }),
  );
  const wanted = [...demand.values()].map((lines) => lines.reduce((sum, l) => sum + l.quantity, 0));
  let fewest = Infinity;
  for (let set = 1; set < 2 ** give.length; set++) {
    const sites = give.filter((_, at) => set & (1 << at));
    const covers = wanted.every(
      (units, sku) => sites.reduce((sum, g) => sum + g[sku]!, 0) >= units,
    );
    if (covers) fewest = Math.min(fewest, sites.length);
  }
  return fewest;
}

test(
  `fewest parcels is the minimum cover, on every instance (seed ${SEED})`,
  { timeout: MOST_MS },
  () => {
    const sizes = new Set<number>();
    fc.assert(
      fc.property(seeds, (seed) => {
        const raw: GeneratedScenario = {
          ...generateScenario(seed, {
            ...{ locations: 10, skus: 8, orders: 4, maxLines: 6, maxQuantity: 3, depth: 3 },
            ...{ spread: 0.35, guardrails: 0, ties: seed % 2 === 0, oddities: false },
          }),
          ruleset: {
            guardrails: [],
            lanes: [{ id: "few", priorities: ["fewest_parcels"] }],
            whenNothingFits: [],
          },
        };
        decideAll(raw).forEach((decision, at) => {
          const cover = countMinimumCover(raw, raw.orders[at]!);
          const parcels = decision.outcome === "planned" ? decision.parcels.length : Infinity;
          expect(parcels).toBe(cover);
          expect(decision.proof.optimal).toBe(true);
          sizes.add(cover);
        });
      }),
      RUNS,
    );
    expect([...sizes]).toEqual(expect.arrayContaining([1, 2, 3, 4]));
  },
);
