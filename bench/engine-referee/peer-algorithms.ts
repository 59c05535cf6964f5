import { metresTo, type Order, type Place } from "./contract-world.ts";
import { measureShares, type Share } from "./evaluate-plan.ts";
import type { GeneratedScenario } from "./generate-scenario.ts";

/** Clean-room versions of what shops use today, from their documented behaviour. */
export type Peer = (scenario: GeneratedScenario, order: Order) => Share[] | null;

interface World {
  readonly scenario: GeneratedScenario;
  readonly order: Order;
  /** Units a place can give of a SKU. */
  readonly stockOf: (place: Place, sku: string) => number;
}

export const PEERS: Readonly<Record<string, Peer>> = {
  "nearest (Magento distance)": (scenario, order) =>
    spill(
      open(scenario, order),
      sortBy(scenario.locations, (place) => metresTo(order, place) ?? Infinity),
    ),
  "ranked (Magento priority)": (scenario, order) =>
    spill(
      open(scenario, order),
      sortBy(scenario.locations, (place) => place.rank),
    ),
  "fewest parcels, then nearest (Shopify-like)": (scenario, order) =>
    coverMost(open(scenario, order)),
  "coverage rank (Spree)": (scenario, order) => {
    const world = open(scenario, order);
    return spill(
      world,
      sortBy(scenario.locations, (place) => -countCovered(world, place)),
    );
  },
  "whole nearest, else by line (HotWax)": (scenario, order) => {
    const world = open(scenario, order);
    const near = sortBy(scenario.locations, (place) => metresTo(order, place) ?? Infinity);
    const whole = near.find((place) => countCovered(world, place) === order.lines.length);
    return spill(world, whole ? [whole] : near);
  },
  "cost-aware greedy": (scenario, order) => addCheapest(open(scenario, order)),
};

type Rows = ReadonlyMap<string, GeneratedScenario["stock"][number]>;
const indexed = new WeakMap<GeneratedScenario, Rows>();

/** A scenario's stock by place and SKU, sorted out once: no peer is timed at that. */
function indexRows(scenario: GeneratedScenario): Rows {
  const known = indexed.get(scenario);
  if (known) return known;
  const rows = new Map(scenario.stock.map((row) => [`${row.locationId} ${row.sku}`, row]));
  indexed.set(scenario, rows);
  return rows;
}

function open(scenario: GeneratedScenario, order: Order): World {
  const rows = indexRows(scenario);
  const stockOf = (place: Place, sku: string) => {
    const row = rows.get(`${place.id} ${sku}`);
    return row ? Math.max(0, row.available - row.safetyStock) : 0;
  };
  return { scenario, order, stockOf };
}

function sortBy(places: readonly Place[], key: (place: Place) => number): Place[] {
  return places
    .map((place) => ({ place, value: key(place) }))
    .sort((a, b) => a.value - b.value)
    .map(({ place }) => place);
}

/** Takes what each place has, in order, until the order is full. */
function spill({ order, stockOf }: World, places: readonly Place[]): Share[] | null {
  const missing = new Map(order.lines.map((line) => [line.id, line.quantity]));
  const shares: Share[] = [];
  for (const place of places) {
    for (const { id, sku } of order.lines) {
      const quantity = Math.min(missing.get(id)!, stockOf(place, sku));
      if (quantity === 0) continue;
      shares.push({ locationId: place.id, lineId: id, quantity });
      missing.set(id, missing.get(id)! - quantity);
    }
  }
  return [...missing.values()].some((units) => units > 0) ? null : shares;
}

/** Lines a place could fill whole. */
function countCovered({ order, stockOf }: World, place: Place): number {
  return order.lines.filter((line) => stockOf(place, line.sku) >= line.quantity).length;
}

/** Again and again the place that gives most of what is missing, the nearest of equals. */
function coverMost(world: World): Share[] | null {
  return addPlaces(world, (place, gives) => {
    const units = gives.reduce((sum, { quantity }) => sum + quantity, 0);
    return -units + (metresTo(world.order, place) ?? 1e9) / 1e9;
  });
}

/** Again and again the place with the least cost per unit it gives. */
function addCheapest(world: World): Share[] | null {
  return addPlaces(world, (_, gives) => {
    const units = gives.reduce((sum, { quantity }) => sum + quantity, 0);
    return measureShares(world.scenario, world.order, gives).lowest_cost / units;
  });
}

function addPlaces(
  { scenario, order, stockOf }: World,
  score: (place: Place, gives: readonly Share[]) => number,
): Share[] | null {
  const missing = new Map(order.lines.map((line) => [line.id, line.quantity]));
  const shares: Share[] = [];
  while ([...missing.values()].some((units) => units > 0)) {
    const offers = scenario.locations.flatMap((place) => {
      const gives = order.lines.flatMap(({ id, sku }) => {
        const taken = shares.some((s) => s.locationId === place.id && s.lineId === id);
        const quantity = taken ? 0 : Math.min(missing.get(id)!, stockOf(place, sku));
        return quantity > 0 ? [{ locationId: place.id, lineId: id, quantity }] : [];
      });
      return gives.length > 0 ? [{ gives, value: score(place, gives) }] : [];
    });
    if (offers.length === 0) return null;
    const best = offers.reduce((a, b) => (b.value < a.value ? b : a));
    for (const share of best.gives) {
      shares.push(share);
      missing.set(share.lineId, missing.get(share.lineId)! - share.quantity);
    }
  }
  return shares;
}
