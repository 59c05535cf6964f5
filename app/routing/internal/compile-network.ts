import type { Guardrail, Lane, LocationSelector, Priority } from "../ruleset.ts";
import type { Location, Network, RateZone } from "../snapshot.ts";
import { compareText } from "./compare-text.ts";
import { compileCondition, type CompiledCondition } from "./compile-condition.ts";
import { type Memory, openMemory } from "./lend-numbers.ts";
import { type Point, preparePoint } from "./measure-distance.ts";
import { parseMoney } from "./money.ts";
import { compileSteps, type WeightSteps } from "./weight-steps.ts";

/** A network with its text parsed: locations in id order, money in 1/10,000, distances in metres. */
export interface CompiledNetwork {
  readonly network: Network;
  readonly locations: readonly CompiledLocation[];
  readonly indexOf: ReadonlyMap<string, number>;
  readonly zonesOf: ReadonlyMap<string, readonly CompiledZone[]>;
  readonly splitPenalty: number;
  readonly guardrails: readonly CompiledGuardrail[];
  readonly lanes: readonly CompiledLane[];
  /** Some lane compares how old or how scarce stock is. */
  readonly comparesShelves: boolean;
  /** For one order at a time. */
  readonly memory: Memory;
}

export interface CompiledLocation {
  readonly location: Location;
  readonly point: Point;
  readonly handlingPerParcel: number;
  readonly handlingPerUnit: number;
}

export interface CompiledZone {
  /** Infinity in the last zone. */
  readonly upToMetres: number;
  readonly parcel: number;
  readonly perKg: number;
  readonly steps: WeightSteps | null;
  readonly transitDays: number;
}

export interface CompiledLane {
  readonly lane: Lane;
  readonly when: CompiledCondition | null;
}

export interface CompiledGuardrail {
  readonly rule: Guardrail;
  readonly when: CompiledCondition | null;
  /** Per location: does the rule bind there? Null for everywhere. */
  readonly at: readonly boolean[] | null;
  /** Per location; null when the rule has no such effect. */
  readonly onlyFrom: readonly boolean[] | null;
  readonly neverFrom: readonly boolean[] | null;
  readonly withinMetres: number | null;
  readonly minParcelValue: number | null;
  readonly minMargin: number | null;
}

const compiled = new WeakMap<Network, CompiledNetwork>();

/** Compiles a network once and remembers it by identity: networks are immutable. */
export function compileNetwork(network: Network): CompiledNetwork {
  const known = compiled.get(network);
  if (known) return known;
  const locations = [...network.locations].sort((a, b) => compareText(a.id, b.id));
  const result: CompiledNetwork = {
    network,
    locations: locations.map(compileLocation),
    indexOf: new Map(locations.map((location, index) => [location.id, index])),
    zonesOf: new Map(network.rates.map((rate) => [rate.service, rate.zones.map(compileZone)])),
    splitPenalty: parseMoney(network.splitPenalty),
    guardrails: network.ruleset.guardrails.map((rule) => compileGuardrail(rule, locations)),
    lanes: network.ruleset.lanes.map((lane) => ({ lane, when: compileCondition(lane.when) })),
    comparesShelves: network.ruleset.lanes.some(({ priorities }) => priorities.some(isOfShelves)),
    memory: openMemory(),
  };
  compiled.set(network, result);
  return result;
}

function isOfShelves(priority: Priority): boolean {
  return priority === "clear_aged_stock" || priority === "spare_scarce_stock";
}

function compileLocation(location: Location): CompiledLocation {
  return {
    location,
    point: preparePoint(location.latitude, location.longitude),
    handlingPerParcel: parseMoney(location.handlingPerParcel),
    handlingPerUnit: parseMoney(location.handlingPerUnit),
  };
}

function compileZone(zone: RateZone): CompiledZone {
  return {
    upToMetres: zone.upToKm === null ? Infinity : Math.round(zone.upToKm * 1000),
    parcel: parseMoney(zone.parcel),
    perKg: parseMoney(zone.perKg),
    steps: zone.steps ? compileSteps(zone.steps, parseMoney(zone.perKg)) : null,
    transitDays: zone.transitDays,
  };
}

function compileGuardrail(rule: Guardrail, locations: readonly Location[]): CompiledGuardrail {
  return {
    rule,
    when: compileCondition(rule.when),
    at: selectEach(rule.at, locations),
    onlyFrom: selectEach(rule.onlyFrom, locations),
    neverFrom: selectEach(rule.neverFrom, locations),
    withinMetres: rule.withinKm === undefined ? null : Math.round(rule.withinKm * 1000),
    minParcelValue: rule.minParcelValue === undefined ? null : parseMoney(rule.minParcelValue),
    minMargin: rule.minMargin === undefined ? null : parseMoney(rule.minMargin),
  };
}

function selectEach(
  selector: LocationSelector | undefined,
  locations: readonly Location[],
): readonly boolean[] | null {
  return selector ? locations.map((location) => selects(selector, location)) : null;
}

function selects(selector: LocationSelector, location: Location): boolean {
  if (selector.types && !selector.types.includes(location.type)) return false;
  if (selector.ids && !selector.ids.includes(location.id)) return false;
  return !selector.groups || selector.groups.some((group) => location.groups.includes(group));
}
