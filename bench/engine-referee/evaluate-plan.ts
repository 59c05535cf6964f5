import type { Priority } from "#app/routing/ruleset.ts";
import { closedBecause, guardrailsInForce, refusedBecause } from "./contract-rules.ts";
import {
  cents,
  daysFrom,
  type Loosened,
  metresTo,
  type Order,
  promisable,
  startState,
  type State,
  zoneFor,
} from "./contract-world.ts";
import type { GeneratedScenario } from "./generate-scenario.ts";

/** Units of a line from a location: the smallest part of a plan. */
export interface Share {
  readonly locationId: string;
  readonly lineId: string;
  readonly quantity: number;
}

/** Everything a plan is measured by; money in 1/10,000. */
export interface Measures extends Readonly<Record<Priority, number>> {
  readonly unfilled: number;
  readonly unknown_distance: number;
  readonly value: number;
  readonly margin: number;
  readonly parcelCosts: ReadonlyMap<string, number>;
}

/** Prices and measures a plan from the scenario alone. */
export function measureShares(
  scenario: GeneratedScenario,
  order: Order,
  shares: readonly Share[],
  state: State = startState(scenario),
): Measures {
  const ids = [...new Set(shares.map((share) => share.locationId))];
  const places = ids.map((id) => scenario.locations.find((place) => place.id === id)!);
  const metres = places.map((place) => metresTo(order, place));
  const parcelCosts = new Map(
    places.map((place) => [place.id, priceParcel(scenario, order, shares, place)]),
  );
  const parcelsCost = [...parcelCosts.values()].reduce((sum, cost) => sum + cost, 0);
  const cost = parcelsCost + cents(scenario.splitPenalty) * Math.max(0, places.length - 1);
  let value = 0;
  let goods = 0;
  for (const { lineId, quantity } of shares) {
    const line = order.lines.find((each) => each.id === lineId)!;
    value += quantity * cents(line.unitPrice);
    goods += quantity * cents(scenario.items.find((item) => item.sku === line.sku)!.unitCost);
  }
  const shipped = shares.reduce((sum, share) => sum + share.quantity, 0);
  return {
    unfilled: order.lines.reduce((sum, line) => sum + line.quantity, 0) - shipped,
    unknown_distance: metres.filter((m) => m === null).length,
    lowest_cost: cost,
    fewest_parcels: places.length,
    nearest: metres.reduce<number>((sum, m) => sum + (m ?? 20_100_000), 0),
    earliest_delivery: Math.max(0, ...places.map((place) => daysFrom(scenario, order, place))),
    location_rank: places.reduce((sum, place) => sum + place.rank, 0),
    store_first: places.filter((place) => place.type !== "store").length,
    warehouse_first: places.filter((place) => place.type !== "warehouse").length,
    clear_aged_stock: sumShelves(scenario, order, shares, (row) =>
      Math.max(0, 365 - (row.ageDays ?? 0)),
    ),
    spare_scarce_stock: sumShelves(scenario, order, shares, (row) =>
      row.daysOfCover === undefined ? 0 : Math.max(0, 30 - row.daysOfCover),
    ),
    level_load: places.reduce((sum, place) => sum + loadOf(state, place), 0),
    highest_margin: cost + goods - value,
    value,
    margin: value - goods - cost,
    parcelCosts,
  };
}

/** Adds up what every unit's stock row counts. */
function sumShelves(
  scenario: GeneratedScenario,
  order: Order,
  shares: readonly Share[],
  count: (row: GeneratedScenario["stock"][number]) => number,
): number {
  return shares.reduce((sum, { locationId, lineId, quantity }) => {
    const { sku } = order.lines.find((line) => line.id === lineId)!;
    const row = scenario.stock.find((s) => s.locationId === locationId && s.sku === sku)!;
    return sum + quantity * count(row);
  }, 0);
}

/** Percent of the day's units that are gone. */
function loadOf(state: State, place: GeneratedScenario["locations"][number]): number {
  const left = state.unitsLeft.get(place.id) ?? null;
  const perDay = place.unitsPerDay ?? null;
  if (left === null || perDay === null || left >= perDay) return 0;
  return Math.floor(((perDay - left) * 100) / perDay);
}

function priceParcel(
  scenario: GeneratedScenario,
  order: Order,
  shares: readonly Share[],
  place: GeneratedScenario["locations"][number],
): number {
  const isPickup = order.deliveryMethod === "pickup";
  const zone = zoneFor(scenario, order, metresTo(order, place));
  let cost = (isPickup ? 0 : cents(zone.parcel)) + cents(place.handlingPerParcel);
  for (const { lineId, quantity } of shares.filter((s) => s.locationId === place.id)) {
    const line = order.lines.find((each) => each.id === lineId)!;
    const item = scenario.items.find((each) => each.sku === line.sku)!;
    const row = scenario.stock.find((s) => s.locationId === place.id && s.sku === line.sku)!;
    const grams = BigInt(Math.round(item.weightKg * 1000));
    const weight = isPickup ? 0 : Number((grams * BigInt(cents(zone.perKg)) + 500n) / 1000n);
    cost += quantity * (cents(place.handlingPerUnit) + weight + cents(row.opportunityCost));
  }
  return cost;
}

/** Every rule a plan breaks, in words; empty when it may be carried out. */
export function findBreaches(
  scenario: GeneratedScenario,
  order: Order,
  state: State,
  loosened: Loosened,
  shares: readonly Share[],
): string[] {
  return [
    ...findUnitBreaches(scenario, order, state, loosened, shares),
    ...findPlanBreaches(scenario, order, loosened, shares),
  ];
}

function findUnitBreaches(
  scenario: GeneratedScenario,
  order: Order,
  state: State,
  loosened: Loosened,
  shares: readonly Share[],
): string[] {
  const breaches: string[] = [];
  for (const line of order.lines) {
    const units = sumUnits(shares.filter((share) => share.lineId === line.id));
    if (units > line.quantity) breaches.push(`line ${line.id} over-filled`);
    if (units < line.quantity && !loosened.partial) breaches.push(`line ${line.id} not filled`);
  }
  for (const place of scenario.locations) {
    const here = shares.filter((share) => share.locationId === place.id);
    if (here.length === 0) continue;
    const closed = closedBecause(state, order, place);
    if (closed) breaches.push(`${place.id} is closed: ${closed.code}`);
    if (sumUnits(here) > unitsLeft(state, place.id)) breaches.push(`${place.id} over capacity`);
    breaches.push(...findStockBreaches(scenario, order, state, loosened, place, here));
  }
  if (shares.length === 0) breaches.push("nothing shipped");
  return breaches;
}

function findStockBreaches(
  scenario: GeneratedScenario,
  order: Order,
  state: State,
  loosened: Loosened,
  place: GeneratedScenario["locations"][number],
  here: readonly Share[],
): string[] {
  const breaches: string[] = [];
  for (const sku of new Set(order.lines.map((line) => line.sku))) {
    const ids = order.lines.filter((line) => line.sku === sku).map((line) => line.id);
    const units = sumUnits(here.filter((share) => ids.includes(share.lineId)));
    if (units > promisable(scenario, state, loosened, place.id, sku)) {
      breaches.push(`${place.id} has too little ${sku}`);
    }
  }
  for (const line of order.lines) {
    if (!here.some((share) => share.lineId === line.id)) continue;
    const refused = refusedBecause(scenario, order, state, loosened, place, line);
    if (refused) breaches.push(`${place.id} may not give line ${line.id}: ${refused.code}`);
  }
  return breaches;
}

function unitsLeft(state: State, locationId: string): number {
  return state.unitsLeft.get(locationId) ?? Infinity;
}

function sumUnits(shares: readonly Share[]): number {
  return shares.reduce((sum, share) => sum + share.quantity, 0);
}

function findPlanBreaches(
  scenario: GeneratedScenario,
  order: Order,
  loosened: Loosened,
  shares: readonly Share[],
): string[] {
  const { margin } = measureShares(scenario, order, shares);
  const ids = [...new Set(shares.map((share) => share.locationId))];
  return guardrailsInForce(scenario, order).flatMap(({ rule, lineIds }) => {
    const bound = ids.filter((id) =>
      shares.some((share) => share.locationId === id && lineIds.has(share.lineId)),
    );
    const most = loosened.split ? Infinity : (rule.maxParcels ?? Infinity) + loosened.moreParcels;
    const least = loosened.split || ids.length === 1 ? 0 : cents(rule.minParcelValue ?? "0");
    const tests: [boolean, string][] = [
      [rule.sameParcel === true && bound.length > 1, "not in one parcel"],
      [bound.length > most, "too many parcels"],
      [bound.some((id) => worthOf(order, shares, id) < least), "a parcel is worth too little"],
      [margin < cents(rule.minMargin ?? "-1e12"), "margin too thin"],
    ];
    return tests.flatMap(([breaks, text]) => (breaks ? [`${rule.id}: ${text}`] : []));
  });
}

function worthOf(order: Order, shares: readonly Share[], locationId: string): number {
  return shares
    .filter((share) => share.locationId === locationId)
    .reduce((sum, share) => {
      const line = order.lines.find((each) => each.id === share.lineId)!;
      return sum + share.quantity * cents(line.unitPrice);
    }, 0);
}
