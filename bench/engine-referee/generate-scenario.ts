import type { Item, Location, Order, StockRow } from "#app/routing/snapshot.ts";
import { generateRules, CHANNELS, CUSTOMER_TAGS, GROUPS, ITEM_TAGS } from "./generate-rules.ts";
import { ORDER_TAGS, PROVINCES, TYPES } from "./generate-rules.ts";
import { type Random, seedRandom } from "./random.ts";

/** How large and how nasty a generated world is. */
export interface WorldShape {
  readonly locations: number;
  readonly skus: number;
  readonly orders: number;
  readonly maxLines: number;
  readonly maxQuantity: number;
  /** Most units of a SKU at a location. */
  readonly depth: number;
  /** Share of locations that stock a SKU at all. */
  readonly spread: number;
  readonly guardrails: number;
  /** Coarse prices and shared places, so that plans tie. */
  readonly ties: boolean;
  /** Paused and unlocated places, capacities, holds, pickups and lines that share a SKU. */
  readonly oddities: boolean;
}

/** A scenario file's content (docs/scenario.md) made from a seed. */
export function generateScenario(seed: number, shape: WorldShape) {
  const random = seedRandom(seed);
  const skus = Array.from({ length: shape.skus }, (_, at) => `S${at}`);
  const locationIds = Array.from({ length: shape.locations }, (_, at) => `L${at}`);
  const locations = locationIds.map((id) => generateLocation(random, id, shape));
  return {
    scenario: 1,
    now: "2026-11-21T15:00:00Z",
    currency: "USD",
    rates: generateRates(random, shape),
    splitPenalty: shape.ties ? random.pick(["0", "1.00"]) : money(random, 0, 40_000),
    locations,
    items: skus.map((sku) => ({
      sku,
      weightKg: shape.ties ? random.whole(0, 2) : random.whole(50, 3000) / 1000,
      tags: ITEM_TAGS.filter(() => random.chance(0.25)),
      unitCost: money(random, 10_000, 200_000),
    })),
    stock: locationIds.flatMap((locationId) =>
      skus
        .filter(() => random.chance(shape.spread))
        .map((sku) => ({
          locationId,
          sku,
          available: random.whole(shape.oddities ? -1 : 1, shape.depth),
          safetyStock: random.chance(0.25) ? random.whole(1, 2) : 0,
          opportunityCost: generateOpportunity(random, shape),
        })),
    ),
    ruleset: generateRules(random, shape.guardrails, { locationIds, skus }),
    orders: Array.from({ length: shape.orders }, (_, at) =>
      generateOrder(random, `O${at}`, skus, locationIds, shape),
    ),
  };
}

type Plain = ReturnType<typeof generateScenario>;
type Part<Key extends "locations" | "items" | "stock" | "orders"> = Plain[Key][number];

/** A generated world; the optional fields are the product's (docs/rule-language.md). */
export interface GeneratedScenario extends Omit<Plain, "locations" | "items" | "stock" | "orders"> {
  readonly locations: (Part<"locations"> & Pick<Location, "unitsPerDay" | "pastCutoff">)[];
  readonly items: (Part<"items"> & Pick<Item, "productType" | "vendor" | "collections">)[];
  readonly stock: (Part<"stock"> & Pick<StockRow, "ageDays" | "daysOfCover">)[];
  readonly orders: (Part<"orders"> & Pick<Order, "riskLevel" | "localTime" | "weekday">)[];
}

function generateRates(random: Random, shape: WorldShape) {
  return ["standard", "express"].map((service, at) => ({
    service,
    zones: [300, 900, 1900, null].map((upToKm, zone) => ({
      upToKm,
      parcel: shape.ties
        ? `${1 + at + (zone >> 1)}`
        : money(random, 45_000, 80_000 + zone * 10_000),
      perKg: shape.ties
        ? `${zone >> 1}.0001`
        : money(random, 5000 + zone * 4000, 9000 + zone * 8000),
      transitDays: at === 1 ? 1 + (zone >> 1) : 1 + zone,
    })),
  }));
}

function generateLocation(random: Random, id: string, shape: WorldShape) {
  const known = !(shape.oddities && random.chance(0.12));
  return {
    id,
    name: `Place ${id}`,
    type: random.pick(TYPES),
    latitude: known ? coordinate(random, shape, 26, 48) : null,
    longitude: known ? coordinate(random, shape, -122, -72) : null,
    countryCode: "US",
    provinceCode: random.pick(PROVINCES),
    postalCode: "60601",
    handlingPerParcel: shape.ties ? "0.5" : money(random, 3000, 20_000),
    handlingPerUnit: shape.ties ? random.pick(["0", "0.1"]) : money(random, 1000, 9000),
    processingDays: random.whole(0, 1),
    unitsLeftToday: shape.oddities && random.chance(0.3) ? random.whole(0, 6) : null,
    rank: random.whole(0, shape.ties ? 2 : shape.locations),
    groups: GROUPS.filter(() => random.chance(0.4)),
    paused: shape.oddities && random.chance(0.06),
  };
}

function coordinate(random: Random, shape: WorldShape, least: number, most: number): number {
  if (shape.ties) return random.pick([least, most]);
  return Math.round((least + random.share() * (most - least)) * 10_000) / 10_000;
}

function generateOpportunity(random: Random, shape: WorldShape): string {
  if (!random.chance(0.3)) return "0.00";
  if (shape.ties) return random.pick(["0.1", "-0.1"]);
  const amount = money(random, 1, 15_000);
  return random.chance(0.3) ? `-${amount}` : amount;
}

function generateOrder(
  random: Random,
  id: string,
  skus: readonly string[],
  locationIds: readonly string[],
  shape: WorldShape,
) {
  const method =
    shape.oddities && random.chance(0.1) ? "pickup" : random.pick(["shipping", "local"]);
  const known = !(shape.oddities && random.chance(0.05));
  const basket = pickBasket(random, skus, shape);
  return {
    id,
    placedAt: "2026-11-21T14:58:00Z",
    service: random.pick(["standard", "express"]),
    deliveryMethod: method,
    pickupLocationId: method === "pickup" ? random.pick(locationIds) : null,
    destination: {
      latitude: known ? coordinate(random, shape, 26, 48) : null,
      longitude: known ? coordinate(random, shape, -122, -72) : null,
      countryCode: "US",
      provinceCode: random.pick(PROVINCES),
      postalCode: null,
    },
    maxDeliveryDays: random.chance(0.5) ? random.whole(1, 5) : null,
    tags: ORDER_TAGS.filter(() => random.chance(0.3)),
    channel: random.chance(0.9) ? random.pick(CHANNELS) : null,
    customerTags: CUSTOMER_TAGS.filter(() => random.chance(0.3)),
    lines: basket.map((sku, at) => ({
      id: `${at + 1}`,
      sku,
      quantity: random.whole(1, shape.maxQuantity),
      unitPrice: shape.ties ? random.pick(["10", "20"]) : money(random, 50_000, 400_000),
    })),
  };
}

/** Different SKUs as a rule; an odd basket may name one twice. */
function pickBasket(random: Random, skus: readonly string[], shape: WorldShape): string[] {
  const size = random.whole(1, shape.maxLines);
  const basket: string[] = [];
  while (basket.length < size) {
    const sku = random.pick(skus);
    if (!basket.includes(sku) || (shape.oddities && random.chance(0.2))) basket.push(sku);
  }
  return basket;
}

/** A decimal string between two amounts of 1/10,000. */
function money(random: Random, least: number, most: number): string {
  return (random.whole(least, most) / 10_000).toFixed(4);
}
