import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultRates } from "#app/rates/default-rate-card.ts";
import { listRateLines } from "#app/rates/list-rate-lines.ts";
import { reachOfZone, zoneOfReach } from "#app/rates/postal-zones.ts";
import { priceParcel } from "#app/rates/price-parcel.ts";
import { quoteServices } from "#app/rates/quote-services.ts";
import type { CardService } from "#app/rates/rate-card.ts";
import { columnsOf } from "#app/rates/rate-line.ts";
import { readRateCardFile } from "#app/rates/read-rate-card-file.server.ts";
import { routeOrder } from "#app/routing/route-order.ts";
import { writeCsv } from "#app/csv/write-csv.ts";

const seed = 20261121;
const header = "service,up_to_km,up_to_kg,price,per_kg,transit_days";
const file = (...lines: string[]) => new Blob([lines.join("\r\n")]);
const read = (...lines: string[]) => readRateCardFile(file(header, ...lines));

/** Lines and messages of what is wrong. */
async function problems(reading: ReturnType<typeof readRateCardFile>): Promise<string[]> {
  const outcome = await reading;
  if (outcome.ok) throw new Error("The file was accepted.");
  return outcome.problems.map(({ line, message }) => `${line}: ${message}`);
}

describe("a rate card's file", () => {
  it("is services, distances and weight steps, whatever the order of its lines", async () => {
    const outcome = await read(
      "ground,,,9.00,1.10,5",
      "ground,500,2,6.00,,2",
      "ground,500,0.5,4.10,,2",
      "ground,500,,8.00,0.90,2",
      "express,,,20,,1",
    );
    expect(outcome).toEqual({
      ok: true,
      ladder: "km",
      rates: [
        {
          service: "ground",
          zones: [
            {
              ...{ upToKm: 500, parcel: "8.00", perKg: "0.90", transitDays: 2 },
              steps: [
                { upToKg: 0.5, price: "4.10" },
                { upToKg: 2, price: "6.00" },
                { upToKg: null, price: "8.00" },
              ],
            },
            { upToKm: null, parcel: "9.00", perKg: "1.10", transitDays: 5 },
          ],
        },
        {
          service: "express",
          zones: [{ upToKm: null, parcel: "20", perKg: "0", transitDays: 1 }],
        },
      ],
    });
  });

  it("may name postal zones instead of kilometres", async () => {
    const zones = "service,zone,up_to_kg,price,per_kg,transit_days";
    const outcome = await readRateCardFile(file(zones, "ground,2,,5,,2", "ground,8,,9,,5"));
    expect(outcome).toMatchObject({
      ok: true,
      ladder: "zone",
      rates: [{ zones: [{ upToKm: 241.4 }, { upToKm: null }] }],
    });
    const wrong = readRateCardFile(file(zones, "ground,9,,5,,2"));
    expect(await problems(wrong)).toEqual([
      "2: zone must be a postal zone from 1 to 8; it is “9”.",
    ]);
  });

  it("names everything that is wrong with a line, by its number", async () => {
    expect(await problems(read("ground,,,9,,5", ",far,heavy,free,,soon"))).toEqual([
      "3: service is empty: name the service, such as standard.",
      "3: up_to_km must be a number above 0 such as 482.8, or empty; it is “far”.",
      "3: up_to_kg must be a number above 0 such as 482.8, or empty; it is “heavy”.",
      "3: price must be an amount such as 4.80; it is “free”.",
      "3: transit_days must be whole days from 0 to 60; it is “soon”.",
    ]);
    expect(await problems(read("ground,,,-9,,5"))).toHaveLength(1);
  });

  it.each([
    [
      "a distance without an open end",
      ["ground,500,,9,,5"],
      "has no price for the farthest places",
    ],
    ["weights without an open end", ["ground,,5,9,,5"], "has no price for the heaviest parcels"],
    ["two transit times", ["ground,,1,5,,2", "ground,,,9,,3"], "one distance has one transit time"],
    ["a price per kg on a step", ["ground,,1,5,1,2", "ground,,,9,,2"], "per_kg belongs into"],
    ["the same line twice", ["ground,,,9,,5", "ground,,,8,,5"], "Lines 2 and 3"],
    ["a line with too few cells", ["ground,,9"], "3 cells"],
    ["a formula for a price", ['ground,,,"=1+1",,5'], "price must be an amount"],
  ])("is refused for %s", async (_, lines, words) => {
    expect((await problems(read(...lines))).join("\n")).toContain(words);
  });

  it("is refused for a wrong header, another encoding, no lines and too many", async () => {
    expect((await problems(readRateCardFile(file("service,price"))))[0]).toContain("up_to_km");
    const latin = new Blob([`${header}\r\nExpr`, new Uint8Array([0xe9]), "s,,,9,,5"]);
    expect((await problems(readRateCardFile(latin)))[0]).toContain("UTF-8");
    expect((await problems(readRateCardFile(file(header))))[0]).toContain("no lines");
    const many = Array.from({ length: 200_000 }, (_, at) => `s${at},,,9,,5`);
    const long = readRateCardFile(new Blob([[header, ...many].join("\n")]));
    expect((await problems(long)).at(-1)).toContain("10,000 lines");
  }, 60_000);
});

const money = fc.integer({ min: 0, max: 99_999_999 }).map((n) => (n / 10_000).toFixed(4));
const thousandths = (most: number) => fc.integer({ min: 1, max: most }).map((n) => n / 1_000);
const rising = (arbitrary: fc.Arbitrary<number>, most: number) =>
  fc.uniqueArray(arbitrary, { maxLength: most }).map((all) => all.sort((a, b) => a - b));
const zone = (upToKm: number | null) =>
  fc
    .record({
      price: money,
      perKg: money,
      transitDays: fc.nat(60),
      weights: rising(thousandths(30_000), 4),
      prices: fc.array(money, { minLength: 4, maxLength: 4 }),
    })
    .map(({ price, perKg, transitDays, weights, prices }) => ({
      ...{ upToKm, parcel: price, perKg, transitDays },
      ...(weights.length > 0 && {
        steps: [
          ...weights.map((upToKg, at) => ({ upToKg, price: prices[at]! })),
          { upToKg: null, price },
        ],
      }),
    }));
const service = (name: string): fc.Arbitrary<CardService> =>
  rising(thousandths(9_000_000), 4)
    .chain((reaches) => fc.tuple(...[...reaches, null].map(zone)))
    .map((zones) => ({ service: name, zones }));
const cards = fc.tuple(service("ground"), service("=express, “fast”"));

describe("for any card", () => {
  it(`what is downloaded is what is read back (seed ${seed})`, async () => {
    await fc.assert(
      fc.asyncProperty(cards, async (rates) => {
        const chunks: string[] = [];
        const batches = (async function* () {
          yield listRateLines(rates, "km");
        })();
        for await (const chunk of writeCsv(columnsOf("km"), batches)) chunks.push(chunk);
        const outcome = await readRateCardFile(new Blob(chunks));
        expect(outcome.ok && priceEverything(outcome.rates)).toEqual(priceEverything(rates));
      }),
      { seed, numRuns: 60 },
    );
  });

  it(`heavier parcels of one step cost the same, and every weight has a price (seed ${seed})`, () => {
    const weights = thousandths(60_000);
    fc.assert(
      fc.property(service("ground"), weights, fc.option(thousandths(9_000_000)), (one, kg, km) => {
        const priced = priceParcel([one], { service: "ground", distanceKm: km, weightKg: kg })!;
        const { steps, parcel, perKg } = one.zones[priced.zone - 1]!;
        const step = steps?.find(({ upToKg }) => upToKg !== null && kg <= upToKg);
        if (step) expect(priced.price).toBe(Math.round(Number(step.price) * 10_000));
        else expect(priced.price).toBeGreaterThanOrEqual(Math.round(Number(parcel) * 10_000));
        if (km === null) expect(priced.zone).toBe(one.zones.length);
        expect(Number(perKg)).toBeGreaterThanOrEqual(0);
      }),
      { seed },
    );
  });
});

/** Every price of a card at a grid of distances and weights, whatever its notation. */
function priceEverything(rates: readonly CardService[]) {
  return rates.map(({ service: name, zones }) =>
    [...zones.map(({ upToKm }) => upToKm), 0, null].flatMap((distanceKm) =>
      [0, 0.25, 1, 7.5, 40].map((weightKg) =>
        priceParcel(rates, { service: name, distanceKm, weightKg }),
      ),
    ),
  );
}

describe("a quote", () => {
  const denver = { latitude: 39.7392, longitude: -104.9903 };
  const chicago = { latitude: 41.8781, longitude: -87.6298 };

  const steps = [
    { upToKg: 0.5, price: "4.10" },
    { upToKg: 1.9, price: "5.20" },
    { upToKg: null, price: "6.40" },
  ];
  const stepped = [
    { service: "ground", zones: [{ ...defaultRates[0]!.zones.at(-1)!, perKg: "0.9", steps }] },
  ];

  it.each([
    ["linear", defaultRates, 2, [3, 2]],
    ["on a weight step", stepped, 1.9, [1]],
    ["above the last weight step", stepped, 2.35, [1]],
  ])("is what the engine charges a parcel on the same way: %s", (_, rates, weightKg, zones) => {
    const quotes = quoteServices(rates, { from: denver, to: chicago, weightKg });
    const place = { countryCode: null, provinceCode: null, postalCode: null };
    for (const { service: name, price, distanceKm, transitDays } of quotes) {
      const location = { id: "L", name: "L", type: "store" as const, ...place, ...denver };
      const free = { handlingPerParcel: "0", handlingPerUnit: "0", processingDays: 0, rank: 1 };
      const plan = routeOrder({
        now: "2026-11-21T15:00:00Z",
        network: {
          ...{ currency: "USD", rates, splitPenalty: "0" },
          locations: [{ ...location, ...free, groups: [], paused: false }],
          ruleset: { guardrails: [], lanes: [], whenNothingFits: [] },
        },
        items: [{ sku: "S", weightKg, tags: [], unitCost: "0" }],
        stock: [{ locationId: "L", sku: "S", available: 1, safetyStock: 0, opportunityCost: "0" }],
        unitsLeftToday: {},
        order: {
          ...{ id: "1", placedAt: "2026-11-21T15:00:00Z", service: name, tags: [], channel: null },
          ...{ deliveryMethod: "shipping", pickupLocationId: null, maxDeliveryDays: null },
          ...{ destination: { ...place, ...chicago }, customerTags: [] },
          lines: [{ id: "1", sku: "S", quantity: 1, unitPrice: "1" }],
        },
      });
      expect(plan.cost).toBe(price);
      expect(plan.parcels[0]).toMatchObject({ distanceKm, deliveryDays: transitDays });
    }
    expect(quotes.map((quote) => quote.zone)).toEqual(zones);
  });

  it("reaches are whole zones and back", () => {
    for (let zoneNumber = 1; zoneNumber <= 8; zoneNumber += 1) {
      expect(zoneOfReach(reachOfZone(zoneNumber))).toBe(zoneNumber);
    }
    expect(zoneOfReach(500)).toBeNull();
  });
});
