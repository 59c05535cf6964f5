import type { Item, Network, Order, StockRow } from "#app/routing/snapshot.ts";
import { type Random, seedRandom } from "../engine-referee/random.ts";
import { METROS, type Metro, RATES } from "./retail-map.ts";

/** How large a replenishment cycle is. */
export interface CycleShape {
  readonly stores: number;
  readonly warehouses: number;
  readonly skus: number;
  /** Orders of the cycle that is decided, and of each past one. */
  readonly orders: number;
  readonly days: number;
  /** Stock at the start over the demand expected in the cycle, e.g. 1.2. */
  readonly cover: number;
  /** Past cycles the forecast may learn from. */
  readonly pastCycles: number;
}

export interface DatedOrder {
  /** Minutes since the stock arrived. */
  readonly at: number;
  readonly order: Order;
}

/** One replenishment cycle of a small retailer: stock arrives once, then orders come one by one. */
export interface Cycle {
  readonly seed: number;
  readonly shape: CycleShape;
  readonly network: Network;
  readonly items: readonly Item[];
  readonly stock: readonly StockRow[];
  readonly orders: readonly DatedOrder[];
  /** Orders of earlier cycles, drawn from the same customers; all a forecast may know. */
  readonly past: readonly DatedOrder[];
}

interface Market {
  readonly metros: readonly Metro[];
  readonly items: readonly Item[];
  /** Relative demand of item i in metro m. */
  readonly taste: readonly (readonly number[])[];
}

export const MINUTES_A_DAY = 1440;

/** Share of orders with one, two, three and four lines. */
const LINES = [0.55, 0.25, 0.13, 0.07];
const SECOND_UNIT = 0.1;
/** A store lists so many of the items; a warehouse all. */
const ASSORTMENT = 0.7;
/** Share of an item's stock that replenishment keeps at warehouses. */
const WAREHOUSE_SHARE = 0.4;
/** Planners are wrong by about so much, either way. */
const PLANNING_ERROR = 0.35;

/**
 * A world drawn from a seed. What it assumes: metros buy by population; items sell unevenly (the
 * k-th best sells like 1 / k^0.8) and with regional tastes up to threefold; stores list 70 % of the
 * items; replenishment fills each location by the demand expected around it, with errors up to 35 %
 * either way, 40 % of each item at warehouses; parcels are priced by seven zones as carriers do.
 */
export function makeCycle(seed: number, shape: CycleShape): Cycle {
  const random = seedRandom(seed);
  const market = makeMarket(random, shape);
  const network = makeNetwork(random, shape, market.metros);
  const cycles = Array.from({ length: shape.pastCycles + 1 }, (_, at) =>
    drawOrders(random, shape, market, `${at}-`),
  );
  const orders = cycles[shape.pastCycles]!;
  const past = cycles.slice(0, shape.pastCycles).flat();
  const stock = replenish(random, shape, market, network);
  return { seed, shape, network, items: market.items, stock, orders, past };
}

function makeMarket(random: Random, shape: CycleShape): Market {
  const metros = METROS;
  const items = Array.from({ length: shape.skus }, (_, at): Item => ({
    sku: `S${at}`,
    weightKg: random.whole(200, 2500) / 1000,
    tags: [],
    unitCost: "10",
  }));
  const taste = items.map((_, rank) =>
    metros.map((metro) => (metro.people * 3 ** (random.share() * 2 - 1)) / (rank + 1) ** 0.8),
  );
  return { metros, items, taste };
}

function makeNetwork(random: Random, shape: CycleShape, metros: readonly Metro[]): Network {
  const sites = shuffle(random, metros).slice(0, shape.stores + shape.warehouses);
  const locations = sites.map((metro, at) => {
    const isStore = at < shape.stores;
    return {
      id: `L${at}`,
      name: metro.name,
      type: isStore ? ("store" as const) : ("warehouse" as const),
      latitude: metro.latitude,
      longitude: metro.longitude,
      countryCode: "US",
      provinceCode: null,
      postalCode: null,
      handlingPerParcel: isStore ? "1.50" : "0.90",
      handlingPerUnit: isStore ? "0.50" : "0.30",
      processingDays: 0,
      rank: at,
      groups: [],
      paused: false,
    };
  });
  const ruleset = {
    guardrails: [],
    lanes: [{ id: "all", priorities: ["lowest_cost" as const] }],
    whenNothingFits: ["partial" as const],
  };
  return { currency: "USD", rates: RATES, splitPenalty: "2.50", locations, ruleset };
}

function drawOrders(
  random: Random,
  shape: CycleShape,
  market: Market,
  prefix: string,
): DatedOrder[] {
  const people = market.metros.map((metro) => metro.people);
  const times = drawTimes(random, shape);
  return times.map((at, n) => {
    const metro = pickBy(random, people);
    const lines = 1 + pickBy(random, LINES);
    const weights = market.taste.map((row) => row[metro]!);
    const chosen = new Set<number>();
    while (chosen.size < lines) chosen.add(pickBy(random, weights));
    const { latitude, longitude } = market.metros[metro]!;
    const order: Order = {
      id: `${prefix}${n}`,
      placedAt: "2026-11-21T15:00:00Z",
      service: "standard",
      deliveryMethod: "shipping",
      pickupLocationId: null,
      destination: {
        latitude: latitude + (random.share() - 0.5) * 1.6,
        longitude: longitude + (random.share() - 0.5) * 1.6,
        countryCode: "US",
        provinceCode: null,
        postalCode: null,
      },
      maxDeliveryDays: null,
      tags: [],
      channel: "online_store",
      customerTags: [],
      lines: [...chosen].map((item, line) => ({
        id: String(line),
        sku: market.items[item]!.sku,
        quantity: random.chance(SECOND_UNIT) ? 2 : 1,
        unitPrice: "40.00",
      })),
    };
    return { at, order };
  });
}

/** Three in ten orders come at any hour, the others between 9:00 and 23:30. */
function drawTimes(random: Random, shape: CycleShape): number[] {
  return Array.from({ length: shape.orders }, () => {
    const day = random.whole(0, shape.days - 1) * MINUTES_A_DAY;
    return day + (random.chance(0.3) ? random.whole(0, 1439) : random.whole(540, 1410));
  }).sort((a, b) => a - b);
}

/** Units per item and location: what planners send by expected demand around each location. */
function replenish(
  random: Random,
  shape: CycleShape,
  market: Market,
  { locations }: Network,
): StockRow[] {
  const { taste, items } = market;
  const unitsPerOrder = LINES.reduce((sum, p, at) => sum + p * (at + 1), 0) * (1 + SECOND_UNIT);
  const all = addUp(taste.flat());
  return items.flatMap((item, i) => {
    const units = (addUp(taste[i]!) / all) * unitsPerOrder * shape.orders * shape.cover;
    const shares = shareOut(random, market, locations, i);
    return locations.flatMap((place, l) => {
      const error = 1 + (random.share() * 2 - 1) * PLANNING_ERROR;
      const available = roundAtRandom(random, units * shares[l]! * error);
      const row = { locationId: place.id, sku: item.sku, available, safetyStock: 0 };
      return available > 0 ? [{ ...row, opportunityCost: "0" }] : [];
    });
  });
}

/** Each location's share of an item: stores that list it by the demand nearest to them. */
function shareOut(
  random: Random,
  { metros, taste }: Market,
  locations: Network["locations"],
  i: number,
): number[] {
  const wanted = locations.map((place) => {
    if (place.type === "warehouse" || !random.chance(ASSORTMENT)) return 0;
    return addUp(
      metros.map((metro, m) => (nearestStore(metro, locations) === place ? taste[i]![m]! : 0)),
    );
  });
  const listed = addUp(wanted);
  const warehouses = locations.filter((place) => place.type === "warehouse").length;
  const kept = listed === 0 ? 1 : warehouses === 0 ? 0 : WAREHOUSE_SHARE;
  return locations.map((place, l) =>
    place.type === "warehouse" ? kept / warehouses : ((1 - kept) * wanted[l]!) / (listed || 1),
  );
}

function nearestStore(metro: Metro, locations: Network["locations"]) {
  const stores = locations.filter((place) => place.type === "store");
  const far = (place: (typeof stores)[number]) =>
    (place.latitude! - metro.latitude) ** 2 +
    ((place.longitude! - metro.longitude) * Math.cos((metro.latitude * Math.PI) / 180)) ** 2;
  return stores.reduce((best, place) => (far(place) < far(best) ? place : best));
}

function addUp(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}

function roundAtRandom(random: Random, value: number): number {
  const whole = Math.floor(value);
  return whole + (random.chance(value - whole) ? 1 : 0);
}

function pickBy(random: Random, weights: readonly number[]): number {
  let left = random.share() * weights.reduce((sum, one) => sum + one, 0);
  for (let at = 0; at < weights.length; at++) {
    left -= weights[at]!;
    if (left < 0) return at;
  }
  return weights.length - 1;
}

function shuffle<T>(random: Random, list: readonly T[]): T[] {
  const rest = [...list];
  return list.map(() => rest.splice(random.whole(0, rest.length - 1), 1)[0]!);
}
