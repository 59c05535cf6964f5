import type { CompiledGuardrail } from "./compile-network.ts";
import { matchCondition } from "./match-condition.ts";
import type { World } from "./build-world.ts";
import { timeOfService } from "./time-of-service.ts";

/** What "when nothing fits" has loosened so far. */
export interface Relaxation {
  readonly allowSplit: boolean;
  readonly relaxPromise: boolean;
  readonly belowSafetyStock: boolean;
  readonly partial: boolean;
  /** Added to every `maxParcels`. */
  readonly moreParcels: number;
  /** Added to every promise. */
  readonly daysLater: number;
}

export const UNRELAXED: Relaxation = {
  allowSplit: false,
  relaxPromise: false,
  belowSafetyStock: false,
  partial: false,
  moreParcels: 0,
  daysLater: 0,
};

/** A guardrail whose condition fits the order, and the SKUs it selects. */
export interface ActiveGuardrail extends CompiledGuardrail {
  readonly selects: readonly boolean[];
}

/** The guardrails that hold for this order, in the merchant's order. */
export function findActiveGuardrails(world: World): ActiveGuardrail[] {
  const active: ActiveGuardrail[] = [];
  for (const guardrail of world.net.guardrails) {
    const selects = matchCondition(guardrail.when, world);
    if (selects) active.push({ ...guardrail, selects });
  }
  return active;
}

/** Available to promise at one location and SKU: never negative, safety stock kept unless relaxed. */
export function availableToPromise(world: World, cell: number, relaxation: Relaxation): number {
  const kept = relaxation.belowSafetyStock ? 0 : world.safetyStock[cell]!;
  return Math.max(0, world.available[cell]! - kept);
}

/** Why a location as a whole takes no part in this order, whatever its stock. */
export function whyClosed(
  world: World,
  location: number,
): "paused" | "no_capacity" | "pickup_elsewhere" | null {
  const { location: place } = world.net.locations[location]!;
  if (place.paused) return "paused";
  if (world.capacity[location]! <= 0) return "no_capacity";
  const { deliveryMethod, pickupLocationId } = world.order;
  if (deliveryMethod === "pickup" && place.id !== pickupLocationId) return "pickup_elsewhere";
  return null;
}

/** Line-by-line effects, in the order in which an explanation names them. */
export const LINE_EFFECTS = [
  "only_from",
  "never_from",
  "min_available",
  "within_km",
  "within_promise",
  "stay_in_country",
  "stay_in_province",
  "before_cutoff",
] as const;
export type LineEffect = (typeof LINE_EFFECTS)[number];

type Bars = (
  guardrail: CompiledGuardrail,
  world: World,
  location: number,
  atp: number,
  relaxation: Relaxation,
) => boolean;

const EFFECTS: Readonly<Record<LineEffect, Bars>> = {
  only_from: ({ onlyFrom }, _world, location) => onlyFrom !== null && !onlyFrom[location],
  never_from: ({ neverFrom }, _world, location) => neverFrom !== null && neverFrom[location]!,
  min_available: ({ rule }, _world, _location, atp) => atp < (rule.minAvailable ?? 0),
  // An unknown distance is NaN and never within reach.
  within_km: ({ withinMetres }, world, location) =>
    withinMetres !== null && !(world.metres[location]! <= withinMetres),
  within_promise: ({ rule }, world, location, _atp, relaxation) =>
    rule.withinPromise === true && isLate(world, location, relaxation),
  stay_in_country: ({ rule }, world, location) =>
    rule.stayInCountry === true && !sharesCountry(world, location),
  stay_in_province: ({ rule }, world, location) =>
    rule.stayInProvince === true && !sharesProvince(world, location),
  before_cutoff: ({ rule }, world, location) =>
    rule.beforeCutoff === true && isPastCutoff(world, location),
};

/** Does this effect of a guardrail bar the location from giving a unit with `atp` units to promise? */
export function bars(
  effect: LineEffect,
  guardrail: CompiledGuardrail,
  world: World,
  location: number,
  atp: number,
  relaxation: Relaxation,
): boolean {
  if (guardrail.at && !guardrail.at[location]) return false;
  return EFFECTS[effect](guardrail, world, location, atp, relaxation);
}

function isLate(world: World, location: number, relaxation: Relaxation): boolean {
  const promised = world.order.maxDeliveryDays;
  if (promised === null || relaxation.relaxPromise) return false;
  return world.days[location]! > promised + relaxation.daysLater;
}

/** The customer comes to a pickup, so it never leaves the country. An unknown one is another. */
function sharesCountry({ net, order }: World, at: number): boolean {
  if (order.deliveryMethod === "pickup") return true;
  const { countryCode } = net.locations[at]!.location;
  return countryCode !== null && countryCode === order.destination.countryCode;
}

function isPastCutoff({ net, order }: World, at: number): boolean {
  return timeOfService(net.locations[at]!.location, order.service).pastCutoff === true;
}

function sharesProvince(world: World, at: number): boolean {
  const { net, order } = world;
  if (order.deliveryMethod === "pickup") return true;
  const { provinceCode } = net.locations[at]!.location;
  const isSame = provinceCode !== null && provinceCode === order.destination.provinceCode;
  return isSame && sharesCountry(world, at);
}

/** The line-by-line effects a guardrail has at all. */
export function lineEffectsOf(guardrail: CompiledGuardrail): LineEffect[] {
  const { rule } = guardrail;
  const has: Record<LineEffect, boolean> = {
    only_from: guardrail.onlyFrom !== null,
    never_from: guardrail.neverFrom !== null,
    min_available: rule.minAvailable !== undefined,
    within_km: guardrail.withinMetres !== null,
    within_promise: rule.withinPromise === true,
    stay_in_country: rule.stayInCountry === true,
    stay_in_province: rule.stayInProvince === true,
    before_cutoff: rule.beforeCutoff === true,
  };
  return LINE_EFFECTS.filter((effect) => has[effect]);
}
