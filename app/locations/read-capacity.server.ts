import type { Tx } from "#app/db.server.ts";
import type { Location } from "#app/generated/prisma/client.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { CapacityLeft, Work } from "./capacity.ts";
import { takeWork } from "./capacity.ts";
import type { WorkToday } from "./read-work-today.server.ts";
import { readWorkToday } from "./read-work-today.server.ts";

export type CapacityColumns = Pick<
  Location,
  | "locationId"
  | "timeZone"
  | "ordersPerDay"
  | "unitsPerDay"
  | "minutesPerDay"
  | "minutesPerOrder"
  | "minutesPerUnit"
>;

/** What is left of the day at locations that have a limit, and which work has used it. */
export interface Capacity {
  readonly left: ReadonlyMap<string, CapacityLeft>;
  readonly work: readonly WorkToday[];
}

/** Capacity left since each location's own midnight; locations without any limit are absent. */
export async function readCapacity(
  tx: Tx,
  shop: ShopContext,
  locations: readonly CapacityColumns[],
): Promise<Capacity> {
  const limited = locations.filter(hasLimit);
  const work = await readWorkToday(tx, shop, limited);
  const left = new Map(limited.map((row) => [row.locationId, dailyCapacity(row)]));
  for (const done of work) {
    left.set(done.locationId, takeWork(left.get(done.locationId)!, done));
  }
  return { left, work };
}

/** A whole day of the location. */
export function dailyCapacity(row: CapacityColumns): CapacityLeft {
  return {
    orders: row.ordersPerDay,
    units: row.unitsPerDay,
    minutes: row.minutesPerDay,
    minutesPerOrder: row.minutesPerOrder.toNumber(),
    minutesPerUnit: row.minutesPerUnit.toNumber(),
  };
}

/** Work by location, all orders together. */
export function sumWork(work: readonly WorkToday[]): ReadonlyMap<string, Work> {
  const sums = new Map<string, Work>();
  for (const { locationId, parcels, units } of work) {
    const sum = sums.get(locationId) ?? { parcels: 0, units: 0 };
    sums.set(locationId, { parcels: sum.parcels + parcels, units: sum.units + units });
  }
  return sums;
}

function hasLimit({ ordersPerDay, unitsPerDay, minutesPerDay }: CapacityColumns): boolean {
  return ordersPerDay !== null || unitsPerDay !== null || minutesPerDay !== null;
}
