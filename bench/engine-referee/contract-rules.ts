import type { Condition, Guardrail, LocationSelector } from "#app/routing/ruleset.ts";
import type { GeneratedScenario } from "./generate-scenario.ts";

/**
 * The contract read a second time, straight from docs/scenario.md and as plainly as possible. It
 * shares no code with the engine, so that a mistake would have to be made twice.
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
}

export interface Refusal {
  readonly code: string;
  readonly rule?: string;
}

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

/** The lines a guardrail selects; null when its condition does not fit. */
export function selectedLines(
  scenario: GeneratedScenario,
  order: Order,
  when: Condition | undefined,
): Line[] | null {
  if (!when) return order.lines;
  const any = (wanted: readonly string[] | undefined, actual: readonly (string | null)[]) =>
    wanted === undefined || actual.some((value) => value !== null && wanted.includes(value));
  const value = order.lines.reduce((sum, l) => sum + l.quantity * cents(l.unitPrice), 0);
  const asked = [
    any(when.orderTags, order.tags),
    any(when.channels, [order.channel]),
    any(when.customerTags, order.customerTags),
    any(when.countryCodes, [order.destination.countryCode]),
    any(when.provinceCodes, [order.destination.provinceCode]),
    any(when.deliveryMethods, [order.deliveryMethod]),
    value >= cents(when.minOrderValue ?? "0"),
    value <= cents(when.maxOrderValue ?? "1e12"),
  ];
  if (asked.includes(false)) return null;
  const lines = order.lines.filter((line) => {
    const item = scenario.items.find((i) => i.sku === line.sku)!;
    return any(when.skus, [line.sku]) && any(when.itemTags, item.tags);
  });
  return lines.length > 0 ? lines : null;
}

/** The guardrails that hold, each with the ids of the lines it binds. */
export function guardrailsInForce(scenario: GeneratedScenario, order: Order) {
  return scenario.ruleset.guardrails.flatMap((rule) => {
    const lines = selectedLines(scenario, order, rule.when);
    return lines ? [{ rule, lineIds: new Set(lines.map((line) => line.id)) }] : [];
  });
}

export function priorities(scenario: GeneratedScenario, order: Order) {
  const lane = scenario.ruleset.lanes.find((l) => selectedLines(scenario, order, l.when));
  return { lane: lane?.id ?? null, priorities: lane?.priorities ?? (["lowest_cost"] as const) };
}

function within(selector: LocationSelector, place: Place): boolean {
  if (selector.types && !selector.types.includes(place.type)) return false;
  if (selector.ids && !selector.ids.includes(place.id)) return false;
  return !selector.groups || place.groups.some((group) => selector.groups!.includes(group));
}

/** Why a place takes no part at all. */
export function closedBecause(state: State, order: Order, place: Place): Refusal | null {
  if (place.paused) return { code: "paused" };
  if (state.unitsLeft.get(place.id) === 0) return { code: "no_capacity" };
  if (order.deliveryMethod === "pickup" && order.pickupLocationId !== place.id) {
    return { code: "pickup_elsewhere" };
  }
  return null;
}

/** The first reason why a place can give nothing of a line. */
export function refusedBecause(
  scenario: GeneratedScenario,
  order: Order,
  state: State,
  loosened: Loosened,
  place: Place,
  line: Line,
): Refusal | null {
  const atp = promisable(scenario, state, loosened, place.id, line.sku);
  if (atp === 0) return { code: "no_stock" };
  const metres = metresTo(order, place);
  const late =
    !loosened.promise &&
    order.maxDeliveryDays !== null &&
    daysFrom(scenario, order, place) > order.maxDeliveryDays;
  const tests: [string, (rule: Guardrail) => boolean][] = [
    ["only_from", (rule) => !!rule.onlyFrom && !within(rule.onlyFrom, place)],
    ["never_from", (rule) => !!rule.neverFrom && within(rule.neverFrom, place)],
    ["min_available", (rule) => rule.minAvailable !== undefined && atp < rule.minAvailable],
    [
      "within_km",
      (rule) =>
        rule.withinKm !== undefined &&
        (metres === null || metres > Math.round(rule.withinKm * 1000)),
    ],
    ["within_promise", (rule) => !!rule.withinPromise && late],
  ];
  const rules = guardrailsInForce(scenario, order).filter(({ lineIds }) => lineIds.has(line.id));
  for (const [code, breaks] of tests) {
    const found = rules.find(({ rule }) => breaks(rule));
    if (found) return { code, rule: found.rule.id };
  }
  return null;
}
