import type { LocationType, Priority } from "../ruleset.ts";
import type { Problem } from "./build-problem.ts";
import { lendNumbers } from "./lend-numbers.ts";
import type { World } from "./build-world.ts";
import { measureSurcharge } from "./measure-surcharge.ts";
import { pickRows } from "./pick-rows.ts";

/** Kilometres an unknown distance counts for `nearest`: just over half the Earth's circumference. */
const UNKNOWN_METRES = 20_100_000;

/**
 * Something a plan is measured by; smaller is better. A "sum" adds `fixed` of every parcel's site
 * and `unit` (plus `perLine`) of every unit; a "max" takes the largest `fixed`. Values are whole
 * numbers: 1/10,000 of money, metres, days, parcels, ranks, percent.
 */
export interface Criterion {
  readonly name: CriterionName;
  readonly kind: "sum" | "max";
  /** Per site, never negative. */
  readonly fixed: Float64Array;
  /** Per site and SKU; null when units do not matter. */
  readonly unit: Float64Array | null;
  /** Added per unit of a line; null when lines of one SKU are alike. */
  readonly perLine: readonly number[] | null;
  /** The least `perLine` of any line of each SKU; null where that is. */
  readonly leastLine: readonly number[] | null;
  /** Added once to a plan's value when it is shown. */
  readonly offset: number;
}

export type CriterionName = Priority | "unfilled" | "unknown_distance" | "loss";

/** Units of each line, per used site. The sites are in id order and each gives at least one unit. */
export interface SitePlan {
  readonly sites: readonly number[];
  readonly units: readonly (readonly number[])[];
  /** Units nobody ships. */
  readonly short: number;
}

/** The criteria in the order in which plans are compared. */
export function listCriteria(problem: Problem, priorities: readonly Priority[]): Criterion[] {
  const compared: CriterionName[] = ["unknown_distance", ...priorities];
  if (problem.partial) compared.unshift("unfilled");
  return compared.map((name) => makeCriterion(problem, name));
}

/** Measures plans of this problem by one criterion. */
export function makeCriterion(problem: Problem, name: CriterionName): Criterion {
  const { world, locations } = problem;
  const units = unitsOf(world, name);
  const isCost = units === world.unitCost;
  const measure = MEASURES[name];
  const { memory } = world.net;
  const fixed = lendNumbers(memory, locations.length);
  for (let site = 0; site < fixed.length; site++) {
    fixed[site] = measure(world, locations[site]!);
  }
  const perLine = isLoss(name) ? lossPerLine(problem) : null;
  return {
    name,
    kind: name === "earliest_delivery" ? "max" : "sum",
    fixed,
    unit: isCost ? problem.unitCost : units && pickRows(memory, units, locations, problem.skuCount),
    perLine,
    leastLine: perLine && findLeastLines(problem, perLine),
    offset: isCost ? -world.net.splitPenalty : 0,
  };
}

/** The highest margin is the least loss. */
function isLoss(name: CriterionName): boolean {
  return name === "loss" || name === "highest_margin";
}

/** What one unit adds, per location and SKU; null when only parcels count. */
function unitsOf(world: World, name: CriterionName): Float64Array | null {
  return UNITS[name]?.(world) ?? null;
}

const costOfUnit = ({ unitCost }: World) => unitCost;
const UNITS: Readonly<Partial<Record<CriterionName, (world: World) => Float64Array>>> = {
  lowest_cost: costOfUnit,
  highest_margin: costOfUnit,
  loss: costOfUnit,
  clear_aged_stock: ({ shelves }) => shelves!.freshDays,
  spare_scarce_stock: ({ shelves }) => shelves!.scarceDays,
};

type Measure = (world: World, at: number) => number;

const isType = (world: World, at: number, type: LocationType) =>
  world.net.locations[at]!.location.type === type;
// Every parcel but one adds a split penalty; the criterion's offset takes the one back.
const costOfParcel: Measure = (world, at) => world.parcelCost[at]! + world.net.splitPenalty;
const nothing: Measure = () => 0;

/** What a parcel from a location adds, whatever is in it. */
const MEASURES: Readonly<Record<CriterionName, Measure>> = {
  unfilled: nothing,
  unknown_distance: (world, at) => (Number.isNaN(world.metres[at]!) ? 1 : 0),
  fewest_parcels: () => 1,
  nearest: (world, at) => (Number.isNaN(world.metres[at]!) ? UNKNOWN_METRES : world.metres[at]!),
  earliest_delivery: (world, at) => world.days[at]!,
  location_rank: (world, at) => world.net.locations[at]!.location.rank,
  store_first: (world, at) => (isType(world, at, "store") ? 0 : 1),
  warehouse_first: (world, at) => (isType(world, at, "warehouse") ? 0 : 1),
  clear_aged_stock: nothing,
  spare_scarce_stock: nothing,
  level_load: percentUsed,
  lowest_cost: costOfParcel,
  highest_margin: costOfParcel,
  loss: costOfParcel,
};

/** Share of today's capacity that is taken, in whole percent; 0 where there is no limit. */
function percentUsed({ net, capacity }: World, at: number): number {
  const perDay = net.locations[at]!.location.unitsPerDay ?? 0;
  const used = perDay - Math.min(perDay, capacity[at]!);
  return used === 0 ? 0 : Math.floor((100 * used) / perDay);
}

/** A criterion's value of one parcel with all of the order from this location. */
export function measureWhole(world: World, name: CriterionName, at: number): number {
  const fixed = MEASURES[name](world, at);
  const unit = unitsOf(world, name);
  if (!unit) return fixed;
  const whole = world.lines.map(({ quantity }) => quantity);
  const surcharge = unit === world.unitCost ? measureSurcharge(world, at, whole) : 0;
  const skuCount = world.items.length;
  const units = world.demand.reduce(
    (sum, amount, sku) => sum + amount * unit[at * skuCount + sku]!,
    fixed + surcharge,
  );
  if (!isLoss(name)) return units;
  return world.lines.reduce(
    (sum, { sku, quantity, price }) => sum + quantity * (world.itemCosts[sku]! - price),
    units,
  );
}

/** What a unit of each line loses before any plan cost: its own cost less its price. */
function lossPerLine({ world, lines }: Problem): number[] {
  return lines.map(({ sku, price }) => world.itemCosts[sku]! - price);
}

function findLeastLines({ lines, demand }: Problem, perLine: readonly number[]): number[] {
  const least = demand.map(() => Infinity);
  lines.forEach(({ sku }, line) => {
    least[sku] = Math.min(least[sku]!, perLine[line]!);
  });
  return least;
}

/** The plan's value, without the criterion's offset. */
export function measurePlan(problem: Problem, criterion: Criterion, plan: SitePlan): number {
  if (criterion.name === "unfilled") return plan.short;
  let value = 0;
  for (let index = 0; index < plan.sites.length; index++) {
    const site = plan.sites[index]!;
    const fixed = criterion.fixed[site]!;
    if (criterion.kind === "max") value = Math.max(value, fixed);
    else value += fixed + measureUnits(problem, criterion, site, plan.units[index]!);
  }
  return value;
}

function measureUnits(
  { lines, skuCount, unitCost, world, locations }: Problem,
  { unit, perLine }: Criterion,
  site: number,
  units: readonly number[],
): number {
  if (!unit) return 0;
  let value = unit === unitCost ? measureSurcharge(world, locations[site]!, units) : 0;
  for (let line = 0; line < units.length; line++) {
    const each = unit[site * skuCount + lines[line]!.sku]! + (perLine ? perLine[line]! : 0);
    value += units[line]! * each;
  }
  return value;
}
