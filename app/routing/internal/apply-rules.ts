import type { CompiledGuardrail } from "./compile-network.ts";
import { matchCondition } from "./match-condition.ts";
import type { World } from "./build-world.ts";

/** What "when nothing fits" has loosened so far. */
export interface Relaxation {
  readonly allowSplit: boolean;
  readonly relaxPromise: boolean;
  readonly belowSafetyStock: boolean;
  readonly partial: boolean;
}

export const UNRELAXED: Relaxation = {
  allowSplit: false,
  relaxPromise: false,
  belowSafetyStock: false,
  partial: false,
};

/** A guardrail whose condition fits the order, and the SKUs it selects. */
export interface ActiveGuardrail extends CompiledGuardrail {
  readonly selects: readonly boolean[];
}

/** The guardrails that hold for this order, in the merchant's order. */
export function findActiveGuardrails(world: World): ActiveGuardrail[] {
  const active: ActiveGuardrail[] = [];
  for (const guardrail of world.net.guardrails) {
    const selects = matchCondition(guardrail.rule.when, world.order, world.items);
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
  return EFFECTS[effect](guardrail, world, location, atp, relaxation);
}

function isLate(world: World, location: number, relaxation: Relaxation): boolean {
  const promised = world.order.maxDeliveryDays;
  return promised !== null && !relaxation.relaxPromise && world.days[location]! > promised;
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
  };
  return LINE_EFFECTS.filter((effect) => has[effect]);
}
