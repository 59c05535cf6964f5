import type { Location as LocationRow } from "#app/generated/prisma/client.ts";
import { isPausedAt } from "#app/locations/is-paused-at.ts";
import { isPastCutoff } from "#app/locations/is-past-cutoff.ts";
import { processingDays } from "#app/locations/processing-days.ts";
import { readWorkingTimes } from "#app/locations/read-working-times.server.ts";
import type { WorkingTimes } from "#app/locations/working-times.ts";
import type { Location, ServiceTiming } from "#app/routing/snapshot.ts";
import { readLocationType } from "./internal/routing-networks.ts";

/**
 * A location as the engine knows it at an instant: its calendar and pause are read for that moment.
 * One that is closed for as long as its calendar is known ships nothing, as if it were paused.
 */
export function toEngineLocation(row: LocationRow, now: Date): Location {
  const times = readWorkingTimes(row, now);
  return {
    id: row.locationId,
    name: row.name,
    type: readLocationType(row.type),
    latitude: row.latitude,
    longitude: row.longitude,
    countryCode: row.countryCode,
    provinceCode: row.provinceCode,
    postalCode: row.postalCode,
    handlingPerParcel: row.handlingPerParcel.toFixed(4),
    handlingPerUnit: row.handlingPerUnit.toFixed(4),
    ...timeParcel(now, times),
    ...timeServices(now, times),
    rank: row.rank,
    groups: row.groups,
    unitsPerDay: row.unitsPerDay,
    paused: processingDays(now, times) === null || isPausedAt(row, now),
  };
}

function timeParcel(now: Date, times: WorkingTimes, service = ""): ServiceTiming {
  const days = processingDays(now, times, service) ?? 0;
  return { processingDays: days, pastCutoff: days > 0 && isPastCutoff(now, times, service) };
}

function timeServices(now: Date, times: WorkingTimes): Pick<Location, "byService"> {
  const services = Object.keys(times.cutoffs ?? {}).sort();
  if (services.length === 0) return {};
  return {
    byService: Object.fromEntries(services.map((one) => [one, timeParcel(now, times, one)])),
  };
}
