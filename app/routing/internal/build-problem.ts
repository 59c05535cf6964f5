import {
  type ActiveGuardrail,
  availableToPromise,
  bars,
  type LineEffect,
  lineEffectsOf,
  type Relaxation,
  whyClosed,
} from "./apply-rules.ts";
import { lendNumbers } from "./lend-numbers.ts";
import { barUnworthySites } from "./bar-unworthy-sites.ts";
import type { World, WorldLine } from "./build-world.ts";

/**
 * What the search works on: only the locations that can give at least one unit ("sites", in id
 * order), what they can give after every line-by-line rule, and the limits on whole plans.
 * Matrices hold `[site * skuCount + sku]`.
 */
export interface Problem {
  readonly world: World;
  /** Site to location index. */
  readonly locations: readonly number[];
  readonly lines: readonly WorldLine[];
  readonly skuCount: number;
  readonly demand: readonly number[];
  readonly totalDemand: number;
  readonly supply: Float64Array;
  readonly unitCost: Float64Array;
  readonly capacity: readonly number[];
  readonly parcelLimits: readonly ParcelLimit[];
  readonly valueFloors: readonly ValueFloor[];
  /** Least margin in 1/10,000; null when no rule asks. */
  readonly minMargin: number | null;
  /** May leave units unfilled. */
  readonly partial: boolean;
}

/** At most `max` parcels may carry any of the selected SKUs. */
export interface ParcelLimit {
  readonly selects: readonly boolean[];
  readonly all: boolean;
  readonly max: number;
}

/** In a split plan, a parcel that carries any selected SKU is worth at least `min` (1/10,000). */
export interface ValueFloor {
  readonly selects: readonly boolean[];
  readonly min: number;
}

/** Applies the rules in force to the world. */
export function buildProblem(
  world: World,
  guardrails: readonly ActiveGuardrail[],
  relaxation: Relaxation,
): Problem {
  const skuCount = world.items.length;
  const give = limitSupply(world, guardrails, relaxation);
  const valueFloors = findValueFloors(guardrails, relaxation);
  if (!relaxation.partial) barUnworthySites(world, give, valueFloors);
  const locations: number[] = [];
  for (let at = 0; at < world.capacity.length; at++) {
    if (givesAny(give, at * skuCount, skuCount) && !whyClosed(world, at)) locations.push(at);
  }
  const supply = lendNumbers(world.net.memory, locations.length * skuCount);
  const unitCost = lendNumbers(world.net.memory, locations.length * skuCount);
  locations.forEach((location, site) => {
    for (let sku = 0; sku < skuCount; sku++) {
      const cell = location * skuCount + sku;
      const cap = Math.min(world.demand[sku]!, world.capacity[location]!);
      supply[site * skuCount + sku] = Math.min(give[cell]!, cap);
      unitCost[site * skuCount + sku] = world.unitCost[cell]!;
    }
  });
  return {
    world,
    locations,
    lines: world.lines,
    skuCount,
    demand: world.demand,
    totalDemand: world.demand.reduce((sum, units) => sum + units, 0),
    supply,
    unitCost,
    capacity: locations.map((location) => world.capacity[location]!),
    parcelLimits: findParcelLimits(world, guardrails, relaxation),
    valueFloors,
    minMargin: findMinMargin(guardrails),
    partial: relaxation.partial,
  };
}

/** ATP per location and SKU, zero where a line-by-line guardrail forbids the location. */
function limitSupply(
  world: World,
  guardrails: readonly ActiveGuardrail[],
  relaxation: Relaxation,
): Float64Array {
  const give = lendNumbers(world.net.memory, world.available.length);
  for (let cell = 0; cell < give.length; cell++) {
    give[cell] = availableToPromise(world, cell, relaxation);
  }
  for (const guardrail of guardrails) {
    for (const effect of lineEffectsOf(guardrail)) bar(effect, guardrail, world, give, relaxation);
  }
  return give;
}

function bar(
  effect: LineEffect,
  guardrail: ActiveGuardrail,
  world: World,
  give: Float64Array,
  relaxation: Relaxation,
): void {
  const skuCount = world.items.length;
  for (let sku = 0; sku < skuCount; sku++) {
    if (!guardrail.selects[sku]) continue;
    for (let at = 0, cell = sku; cell < give.length; at++, cell += skuCount) {
      if (give[cell] === 0) continue;
      if (bars(effect, guardrail, world, at, give[cell]!, relaxation)) give[cell] = 0;
    }
  }
}

function givesAny(give: Float64Array, from: number, count: number): boolean {
  for (let cell = from; cell < from + count; cell++) if (give[cell]! > 0) return true;
  return false;
}

function findParcelLimits(
  world: World,
  guardrails: readonly ActiveGuardrail[],
  relaxation: Relaxation,
): ParcelLimit[] {
  const limits: ParcelLimit[] = [];
  for (const { rule, selects, minParcelValue } of guardrails) {
    const asked = relaxation.allowSplit
      ? Infinity
      : (rule.maxParcels ?? Infinity) + relaxation.moreParcels;
    const worthy = relaxation.allowSplit ? Infinity : countWorthyParcels(world, minParcelValue);
    const max = rule.sameParcel ? 1 : Math.min(asked, worthy);
    if (max < Infinity) limits.push({ selects, all: !selects.includes(false), max });
  }
  return limits;
}

/** How many parcels of at least this value the whole order could make up; one needs no value. */
function countWorthyParcels(world: World, minParcelValue: number | null): number {
  if (!minParcelValue) return Infinity;
  const value = world.lines.reduce((sum, line) => sum + line.quantity * line.price, 0);
  return Math.max(1, Math.floor(value / minParcelValue));
}

function findValueFloors(
  guardrails: readonly ActiveGuardrail[],
  relaxation: Relaxation,
): ValueFloor[] {
  if (relaxation.allowSplit) return [];
  return guardrails
    .filter(({ minParcelValue }) => minParcelValue !== null && minParcelValue > 0)
    .map(({ selects, minParcelValue }) => ({ selects, min: minParcelValue! }));
}

function findMinMargin(guardrails: readonly ActiveGuardrail[]): number | null {
  const margins = guardrails.flatMap(({ minMargin }) => (minMargin === null ? [] : [minMargin]));
  return margins.length === 0 ? null : Math.max(...margins);
}
