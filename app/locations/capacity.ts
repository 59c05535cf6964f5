/** What a location may still be given today. Null: no limit of that kind. Minutes are of labour. */
export interface CapacityLeft {
  /** Parcels; an order is at most one parcel per location. */
  readonly orders: number | null;
  readonly units: number | null;
  readonly minutes: number | null;
  readonly minutesPerOrder: number;
  readonly minutesPerUnit: number;
}

/** Work of one or several parcels. */
export interface Work {
  readonly parcels: number;
  readonly units: number;
}

/**
 * The most units of one more order that the location can take, all its limits together; Infinity
 * without any. The engine knows units only, and that is enough: an order is at most one parcel per
 * location, so one more order costs exactly one parcel and the minutes of one order, whatever its
 * size. A parcel of u units therefore fits when u <= units left, one order is left, and
 * minutesPerOrder + u * minutesPerUnit <= minutes left, that is
 * u <= floor((minutes left - minutesPerOrder) / minutesPerUnit).
 */
export function unitsThatFit(left: CapacityLeft): number {
  const byUnits = left.units ?? Infinity;
  const byOrders = left.orders === null || left.orders >= 1 ? Infinity : 0;
  return Math.max(0, Math.min(byUnits, byOrders, unitsWithinMinutes(left)));
}

/** Minutes have up to two decimals: hundredths keep the sums exact. */
const hundredths = (minutes: number) => Math.round(minutes * 100);

function unitsWithinMinutes({ minutes, minutesPerOrder, minutesPerUnit }: CapacityLeft): number {
  if (minutes === null) return Infinity;
  const forUnits = hundredths(minutes) - hundredths(minutesPerOrder);
  if (forUnits < 0) return 0;
  return minutesPerUnit === 0 ? Infinity : Math.floor(forUnits / hundredths(minutesPerUnit));
}

/** Labour minutes of some work at a location. */
export function minutesOf(
  { parcels, units }: Work,
  { minutesPerOrder, minutesPerUnit }: Pick<CapacityLeft, "minutesPerOrder" | "minutesPerUnit">,
): number {
  return (parcels * hundredths(minutesPerOrder) + units * hundredths(minutesPerUnit)) / 100;
}

/** Capacity once the work is taken on; below zero where staff sent more than fits. */
export function takeWork(left: CapacityLeft, work: Work): CapacityLeft {
  const less = (limit: number | null, used: number) =>
    limit === null ? null : (hundredths(limit) - hundredths(used)) / 100;
  return {
    ...left,
    orders: less(left.orders, work.parcels),
    units: less(left.units, work.units),
    minutes: less(left.minutes, minutesOf(work, left)),
  };
}

/** Capacity once the work is given back. */
export function giveBackWork(left: CapacityLeft, { parcels, units }: Work): CapacityLeft {
  return takeWork(left, { parcels: -parcels, units: -units });
}

/** The engine's `unitsLeftToday`: locations that can take any number of units are absent. */
export function toUnitsLeft(left: ReadonlyMap<string, CapacityLeft>): Record<string, number> {
  const rows = [...left].map(([locationId, one]) => [locationId, unitsThatFit(one)] as const);
  return Object.fromEntries(rows.filter(([, units]) => Number.isFinite(units)));
}
