import type { GeneratedScenario } from "./generate-scenario.ts";

/**
 * The contract read a second time, straight from docs/scenario.md and docs/rule-language.md and as
 * plainly as possible. It shares no code with the engine, so that a mistake would have to be made twice.
 */
export type Order = GeneratedScenario["orders"][number];
export type Line = Order["lines"][number];
export type Place = GeneratedScenario["locations"][number];

/** What earlier orders have left. Stock is keyed by `stockKey`. */
export interface State {
  readonly available: Map<string, number>;
  readonly unitsLeft: Map<string, number | null>;
}

export interface Loosened {
  readonly split: boolean;
  readonly promise: boolean;
  readonly safety: boolean;
  readonly partial: boolean;
  readonly moreParcels: number;
  readonly daysLater: number;
}

export const STRICT: Loosened = {
  split: false,
  promise: false,
  safety: false,
  partial: false,
  moreParcels: 0,
  daysLater: 0,
};

export const stockKey = (locationId: string, sku: string) => `${locationId} ${sku}`;

/** Money text to 1/10,000. */
export const cents = (text: string) => Math.round(Number(text) * 10_000);

export function startState(scenario: GeneratedScenario): State {
  return {
    available: new Map(scenario.stock.map((s) => [stockKey(s.locationId, s.sku), s.available])),
    unitsLeft: new Map(scenario.locations.map((l) => [l.id, l.unitsLeftToday])),
  };
}

/** Metres between order and place; 0 for a pickup, null without coordinates. */
export function metresTo(order: Order, place: Place): number | null {
  if (order.deliveryMethod === "pickup") return 0;
  const { latitude, longitude } = order.destination;
  if (latitude === null || longitude === null) return null;
  if (place.latitude === null || place.longitude === null) return null;
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const dLat = radians(place.latitude - latitude) / 2;
  const dLon = radians(place.longitude - longitude) / 2;
  const a =
    Math.sin(dLat) ** 2 +
    Math.cos(radians(latitude)) * Math.cos(radians(place.latitude)) * Math.sin(dLon) ** 2;
  return Math.round(6371.0088 * 2 * Math.atan2(Math.sqrt(a), Math.sqrt(1 - a)) * 1000);
}

export function zoneFor(scenario: GeneratedScenario, order: Order, metres: number | null) {
  const zones = scenario.rates.find((rate) => rate.service === order.service)!.zones;
  const within = zones.find(
    (zone) => metres !== null && (zone.upToKm === null || zone.upToKm * 1000 >= metres),
  );
  return within ?? zones[zones.length - 1]!;
}

export function daysFrom(scenario: GeneratedScenario, order: Order, place: Place): number {
  if (order.deliveryMethod === "pickup") return place.processingDays;
  return zoneFor(scenario, order, metresTo(order, place)).transitDays + place.processingDays;
}

export function promisable(
  scenario: GeneratedScenario,
  state: State,
  loosened: Loosened,
  locationId: string,
  sku: string,
): number {
  const row = scenario.stock.find((s) => s.locationId === locationId && s.sku === sku);
  if (!row) return 0;
  const available = state.available.get(stockKey(locationId, sku))!;
  return Math.max(0, loosened.safety ? available : available - row.safetyStock);
}
