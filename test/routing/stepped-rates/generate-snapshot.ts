import type { Priority } from "#app/routing/ruleset.ts";
import type { RateZone, Snapshot } from "#app/routing/snapshot.ts";
import { type Random, seedRandom } from "#bench/engine-referee/random.ts";

export interface SteppedShape {
  readonly locations: number;
  readonly lines: number;
  readonly maxQuantity: number;
  readonly depth: number;
  readonly spread: number;
}

const LADDERS: readonly (readonly Priority[])[] = [
  ["lowest_cost"],
  ["fewest_parcels", "lowest_cost"],
  ["nearest", "lowest_cost"],
  ["fewest_parcels"],
];

/** An order and its world whose rates go by weight steps, in some zones only, made from a seed. */
export function generateSteppedSnapshot(seed: number, shape: SteppedShape): Snapshot {
  const random = seedRandom(seed);
  const skus = Array.from({ length: shape.lines }, (_, at) => `S${at}`);
  const ids = Array.from({ length: shape.locations }, (_, at) => `L${at}`);
  const place = () => ({
    latitude: Math.round((30 + 15 * random.share()) * 1000) / 1000,
    longitude: Math.round((-120 + 45 * random.share()) * 1000) / 1000,
    countryCode: "US",
    provinceCode: null,
    postalCode: null,
  });
  const priorities = random.chance(0.6) ? LADDERS[0]! : random.pick(LADDERS);
  return {
    now: "2026-11-21T15:00:00Z",
    network: {
      currency: "USD",
      rates: [{ service: "standard", zones: [600, 1500, null].map((km) => zone(random, km)) }],
      splitPenalty: random.pick(["0", "0.5", "2.0001"]),
      locations: ids.map((id) => ({
        ...place(),
        id,
        name: id,
        type: "store" as const,
        handlingPerParcel: random.pick(["0", "0.6", "1.1"]),
        handlingPerUnit: random.pick(["0", "0.25", "0.4"]),
        processingDays: 0,
        rank: 1,
        groups: [],
        paused: false,
      })),
      ruleset: {
        guardrails: random.chance(0.2) ? [{ id: "margin", minMargin: "40" }] : [],
        lanes: [{ id: "all", priorities }],
        whenNothingFits: random.chance(0.5) ? ["partial"] : [],
      },
    },
    items: skus.map((sku) => ({
      sku,
      weightKg: random.pick([0, 0.25, 0.4, 0.7, 1.1, 1.6, 2.3]),
      tags: [],
      unitCost: "1.00",
    })),
    stock: ids.flatMap((locationId) =>
      skus
        .filter(() => random.chance(shape.spread))
        .map((sku) => ({
          locationId,
          sku,
          available: random.whole(1, shape.depth),
          safetyStock: 0,
          opportunityCost: random.pick(["0", "0.3", "-0.2"]),
        })),
    ),
    unitsLeftToday: random.chance(0.3) ? { L0: random.whole(1, 3) } : {},
    order: {
      id: `order ${seed}`,
      placedAt: "2026-11-21T14:58:00Z",
      service: "standard",
      deliveryMethod: "shipping",
      pickupLocationId: null,
      destination: place(),
      maxDeliveryDays: null,
      tags: [],
      channel: null,
      customerTags: [],
      lines: skus.map((sku, at) => ({
        id: `${at + 1}`,
        // Now and then two lines share a SKU.
        sku: at > 0 && random.chance(0.1) ? "S0" : sku,
        quantity: random.whole(1, shape.maxQuantity),
        unitPrice: random.pick(["8.00", "14.00", "20.00"]),
      })),
    },
  };
}

/** Three steps and an open end, now and then with a heavier step that is cheaper; or linear. */
function zone(random: Random, upToKm: number | null): RateZone {
  const perKg = random.pick(["0", "0.5", "0.9999"]);
  const linear = { upToKm, parcel: "4.80", perKg, transitDays: 2 };
  if (random.chance(0.2)) return linear;
  const price = () => (random.whole(30_000, 160_000) / 10_000).toFixed(4);
  const prices = [price(), price(), price(), price()];
  if (random.chance(0.8)) prices.sort((a, b) => Number(a) - Number(b));
  const ends = [0.5, 1.5, 3.2, null];
  return { ...linear, steps: ends.map((upToKg, at) => ({ upToKg, price: prices[at]! })) };
}
