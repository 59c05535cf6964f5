import type { Location as LocationRow } from "#app/generated/prisma/client.ts";
import { startOfDay } from "#app/locations/local-clock.ts";
import { nextDispatch } from "#app/locations/next-dispatch.ts";
import { readWorkingTimes } from "#app/locations/read-working-times.server.ts";
import type { Network } from "#app/routing/snapshot.ts";
import { toEngineLocation } from "./to-engine-location.ts";

interface Stretch {
  readonly from: number;
  /** Not included. */
  readonly until: number;
  readonly network: Network;
}

/**
 * The shop's network as it stood at instants of the past: calendars are read for the moment, and
 * pauses, of which no history is kept, count as not having been. Calendars are read once per stretch
 * in which they say the same, and equal networks are one object, which the engine compiles once.
 */
export function networkOverTime(
  base: Network,
  rows: readonly LocationRow[],
): (at: Date) => Network {
  const open = rows.map((row) => ({ ...row, paused: false, pausedUntil: null }));
  const samples = [...new Map(open.map((row) => [keepsTimesLike(row), row])).values()];
  const known = new Map<string, Network>();
  const stretches: Stretch[] = [];
  const read = (at: Date): Stretch => {
    const key = JSON.stringify(samples.map((sample) => toEngineLocation(sample, at)));
    const network = known.get(key) ?? {
      ...base,
      locations: open.map((row) => toEngineLocation(row, at)),
    };
    known.set(key, network);
    const until = Math.min(...samples.map((sample) => calendarHoldsUntil(sample, at)));
    return { from: at.getTime(), until, network };
  };
  return (at) => {
    const time = at.getTime();
    const found = stretches.find(({ from, until }) => from <= time && time < until);
    if (found) return found.network;
    const stretch = read(at);
    stretches.unshift(stretch);
    return stretch.network;
  };
}

/**
 * Until when a location's calendar gives the same answer: the next cutoff of any service, or its
 * midnight, since days are counted from today.
 */
function calendarHoldsUntil(row: LocationRow, at: Date): number {
  const times = readWorkingTimes(row, at);
  const midnight = startOfDay(at, times.timeZone).plus({ days: 1 }).startOf("day").toMillis();
  const services = ["", ...Object.keys(times.cutoffs ?? {})];
  const cutoffs = services.flatMap((service) => {
    const dispatch = nextDispatch(at, times, service);
    return dispatch ? [dispatch.decideBy.getTime()] : [];
  });
  return Math.min(midnight, ...cutoffs);
}

/** What surely has nothing to do with a location's times; anything else may. */
const TIMELESS: ReadonlySet<string> = new Set<keyof LocationRow>([
  ...(["shopId", "locationId", "name", "address", "latitude", "longitude", "postalCode"] as const),
  ...(["type", "countryCode", "provinceCode", "rank", "groups", "tags", "safetyStock"] as const),
  ...(["handlingPerParcel", "handlingPerUnit", "minutesPerOrder", "minutesPerUnit"] as const),
  ...(["ordersPerDay", "unitsPerDay", "minutesPerDay", "pausedReason"] as const),
  ...(["shopifyUpdatedAt", "updatedAt"] as const),
]);

/** Equal for locations that keep the same times: one of them is asked for all. */
function keepsTimesLike(row: LocationRow): string {
  return JSON.stringify(Object.entries(row).filter(([field]) => !TIMELESS.has(field)));
}
