import type { Location as LocationRow } from "#app/generated/prisma/client.ts";
import type { Network } from "#app/routing/snapshot.ts";
import { toEngineLocation } from "./to-engine-location.ts";

/**
 * The shop's network as it stood at instants of the past: calendars are read for the moment, and
 * pauses, of which no history is kept, count as not having been. Equal networks are one object, which
 * the engine compiles once.
 */
export function networkOverTime(base: Network, rows: readonly LocationRow[]): (at: Date) => Network {
  const open = rows.map((row) => ({ ...row, paused: false, pausedUntil: null }));
  const samples = [...new Map(open.map((row) => [keepsTimesLike(row), row])).values()];
  const known = new Map<string, Network>();
  return (at) => {
    const key = JSON.stringify(samples.map((sample) => toEngineLocation(sample, at)));
    const network = known.get(key) ?? {
      ...base,
      locations: open.map((row) => toEngineLocation(row, at)),
    };
    known.set(key, network);
    return network;
  };
}

/** What surely has nothing to do with a location's times; anything else may. */
const TIMELESS: ReadonlySet<string> = new Set<keyof LocationRow>([
  ...(["shopId", "locationId", "name", "address", "latitude", "longitude", "postalCode"] as const),
  ...(["type", "handlingPerParcel", "handlingPerUnit", "safetyStock", "rank", "groups"] as const),
  ...(["pausedReason", "shopifyUpdatedAt", "updatedAt"] as const),
]);

/** Equal for locations that keep the same times: one of them is asked for all. */
function keepsTimesLike(row: LocationRow): string {
  return JSON.stringify(Object.entries(row).filter(([field]) => !TIMELESS.has(field)));
}
