import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applySwitches } from "#app/insights/replay/apply-switches.ts";
import { countDailyCapacity } from "#app/insights/replay/daily-capacity.ts";
import { describeResult } from "#app/insights/replay/describe-result.ts";
import { measureOutcomes } from "#app/insights/replay/measure-outcomes.ts";
import type { AvailableAt } from "#app/insights/replay/native-choice.ts";
import { chooseNatively } from "#app/insights/replay/native-choice.ts";
import { reconstructOpeningStock } from "#app/insights/replay/reconstruct-opening-stock.ts";
import { replayOrders } from "#app/insights/replay/replay-orders.ts";
import type { PastOrder, Variant } from "#app/insights/replay/replay-world.ts";
import { asItWas } from "#app/insights/replay/replay-world.ts";
import { parseScenario } from "#app/insights/scenario/parse-scenario.ts";
import { defaultRuleset } from "#app/rules/default-ruleset.ts";
import { generateScenario } from "#bench/engine-referee/generate-scenario.ts";
import { smallSnapshot } from "#test/builders/decided-order.ts";
import { replayWorldOf } from "#test/builders/replay-world.ts";

const SEED = 4_711;
const SHAPE = {
  ...{ locations: 8, skus: 20, orders: 120, maxLines: 3, maxQuantity: 2, depth: 6, spread: 0.5 },
  ...{ guardrails: 0, ties: false, oddities: false },
};
const world = replayWorldOf(parseScenario(generateScenario(SEED, SHAPE)), 30, 12);
const variants: readonly Variant[] = [
  { key: "today", name: "Today's rules", ruleset: defaultRuleset },
  { key: "native", name: "Shopify's own routing", ruleset: null },
];

describe(`a run of ${SHAPE.orders} orders (seed ${SEED})`, () => {
  const outcomes = [...replayOrders(world, variants)];

  it("never gives more units than there are, nor more than a location can take in a day", () => {
    const given = new Map<string, number>();
    const onDay = new Map<string, number>();
    outcomes.forEach(({ plans }, position) => {
      const order = world.orders[position]!;
      const skuOf = new Map(
        order.trial.lines.map((line) => [line.lineItemId, line.inventoryItemId]),
      );
      for (const { locationId, lines } of plans[0]!.parcels) {
        for (const { lineId, quantity } of lines) {
          const key = `${skuOf.get(lineId)}/${locationId}`;
          given.set(key, (given.get(key) ?? 0) + quantity);
          const zone = world.limits.find((limit) => limit.locationId === locationId)!.timeZone;
          const day = new Date(order.placedAt).toLocaleDateString("en-CA", { timeZone: zone });
          const slot = `${locationId} ${day}`;
          onDay.set(slot, (onDay.get(slot) ?? 0) + quantity);
        }
      }
    });
    for (const { inventoryItemId, locationId, cell } of world.opening) {
      expect(given.get(`${inventoryItemId}/${locationId}`) ?? 0).toBeLessThanOrEqual(
        cell.available,
      );
    }
    expect(Math.max(...onDay.values())).toBeLessThanOrEqual(12);
  });

  it("goes on from any point to the same outcomes", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: SHAPE.orders }), (from) => {
        const rest = [...replayOrders(world, variants, outcomes.slice(0, from))];
        expect(rest).toEqual(outcomes.slice(from));
      }),
      { seed: SEED, numRuns: 5 },
    );
  });

  it("decides no order by what comes after it", () => {
    const half = { ...world, orders: world.orders.slice(0, 60) };
    expect([...replayOrders(half, variants)]).toEqual(outcomes.slice(0, 60));
  });

  it("adds up to figures that say the same as the orders", () => {
    const { orders, variants: figures, shared } = measureOutcomes(outcomes, variants.length);
    expect(orders).toBe(SHAPE.orders);
    const [today] = figures;
    expect(today!.planned + today!.held + today!.exceptions).toBe(orders);
    const units = Object.values(today!.byLocation).reduce((sum, load) => sum + load.units, 0);
    const given = outcomes.flatMap(({ plans }) => plans[0]!.parcels.flatMap(({ lines }) => lines));
    expect(units).toBe(given.reduce((sum, { quantity }) => sum + quantity, 0));
    expect(shared.orders).toBeLessThanOrEqual(today!.planned);
    const changes = { moved: 1, exception_avoided: 2, exception_created: 0 };
    const names = variants.map(({ name }) => name);
    const found = { figures: measureOutcomes(outcomes, 2), names, changes, currency: "USD" };
    expect(describeResult(found)[0]).toBe(
      "Today's rules and Shopify's own routing were tried on 120 past orders; 3 orders would have gone otherwise.",
    );
  });

  it("costs more when a service is dearer, and gives a closed location nothing", () => {
    const closed = world.networkAt(new Date(world.orders[0]!.placedAt)).locations[0]!.id;
    const run = (change: Partial<typeof asItWas>) => {
      const changed = applySwitches(world, { ...asItWas, ...change });
      return measureOutcomes([...replayOrders(changed, variants)], variants.length);
    };
    expect(run({})).toEqual(measureOutcomes(outcomes, variants.length));
    const [dear, usual] = [run({ dearerPercent: 40 }), run({})];
    expect(Number(dear.variants[1]!.cost)).toBeGreaterThan(Number(usual.variants[1]!.cost));
    for (const figures of run({ closedLocationIds: [closed] }).variants) {
      expect(figures.byLocation[closed]).toBeUndefined();
    }
    expect(run({ demandFactor: 2 }).orders).toBe(2 * SHAPE.orders);
  });
});

describe("a service that is dearer", () => {
  it("is dearer by parcel, by weight and by step, and the others are not", () => {
    const zone = { upToKm: null, parcel: "4.80", perKg: "0.5512", transitDays: 2 };
    const steps = [{ upToKg: null, price: "9.99" }];
    const rates = [
      { service: "standard", zones: [{ ...zone, steps }] },
      { service: "express", zones: [zone] },
    ];
    const base = world.networkAt(new Date(world.orders[0]!.placedAt));
    const priced = { ...world, networkAt: () => ({ ...base, rates }) };
    const change = { ...asItWas, dearerService: "standard", dearerPercent: 10 };
    expect(applySwitches(priced, change).networkAt(new Date()).rates).toEqual([
      {
        service: "standard",
        zones: [
          {
            ...{ ...zone, parcel: "5.2800", perKg: "0.6063" },
            steps: [{ upToKg: null, price: "10.9890" }],
          },
        ],
      },
      rates[1],
    ]);
  });
});

describe("Shopify's own routing, re-enacted", () => {
  const { order, network } = smallSnapshot("7", {
    stock: [],
    lines: [
      ["A", 2],
      ["B", 1],
    ],
  });
  const km: Record<string, number> = { "1": 100, "2": 150, "3": 1900 };
  const choose = (stock: Record<string, number>) => {
    const available: AvailableAt = (locationId, sku) => stock[`${locationId}${sku}`] ?? 0;
    const { placed, oversold } = chooseNatively(
      order,
      network.locations,
      available,
      ({ id }) => km[id]!,
    );
    return [placed.map(({ locationId, sku }) => `${sku}@${locationId}`), oversold.length];
  };

  it.each([
    [
      "takes the closest that has everything",
      { "1A": 2, "1B": 1, "2A": 9, "2B": 9 },
      ["A@1", "B@1"],
      0,
    ],
    ["goes far rather than split", { "1A": 2, "2B": 1, "3A": 2, "3B": 1 }, ["A@3", "B@3"], 0],
    ["splits when nobody has everything", { "1A": 2, "2B": 1 }, ["A@1", "B@2"], 0],
    ["never cuts a line", { "1A": 1, "2A": 1, "3B": 1 }, ["B@3"], 1],
    ["oversells what nobody has", {}, [], 2],
  ])("%s", (_, stock, placed, oversold) => {
    expect(choose(stock)).toEqual([placed, oversold]);
  });

  it("leaves a pickup at its store", () => {
    const pickup = { ...order, deliveryMethod: "pickup" as const, pickupLocationId: "2" };
    const { placed } = chooseNatively(
      pickup,
      network.locations,
      () => 9,
      ({ id }) => km[id]!,
    );
    expect(placed.map(({ locationId }) => locationId)).toEqual(["2", "2"]);
  });
});

describe("the stock past orders met", () => {
  it("is today's, with what they took and without what came in", () => {
    const cell = { available: 3, safetyStock: 1, knownAt: null };
    const here = { inventoryItemId: "i", locationId: "1" };
    const order = { placed: [{ ...here, lineItemId: "l", units: 4 }] } as unknown as PastOrder;
    const [opening] = reconstructOpeningStock(
      [{ ...here, cell }],
      [order, order],
      [{ ...here, at: "2026-11-01T00:00:00Z", units: 5 }],
    );
    expect(opening?.cell).toEqual({ ...cell, available: 6 });
  });
});

describe("capacity of a day", () => {
  it("begins anew at the location's own midnight, daylight saving or not", () => {
    const whole = { orders: 2, units: null, minutes: null, minutesPerOrder: 0, minutesPerUnit: 0 };
    const denver = { locationId: "1", timeZone: "America/Denver", capacity: whole };
    const capacity = countDailyCapacity([denver]);
    // 1 November 2026 has 25 hours in Denver.
    const before = new Date("2026-11-02T06:59:59Z");
    capacity.take(before, "1", { parcels: 1, units: 3 });
    expect(capacity.unitsLeft(before)).toEqual({});
    capacity.take(before, "1", { parcels: 1, units: 3 });
    expect(capacity.unitsLeft(before)).toEqual({ "1": 0 });
    expect(capacity.unitsLeft(new Date("2026-11-02T07:00:00Z"))).toEqual({});
  });
});
