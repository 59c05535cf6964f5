import type { Location as LocationRow } from "#app/generated/prisma/client.ts";
import { isPausedAt } from "#app/locations/is-paused-at.ts";
import { readOpeningHours } from "#app/locations/opening-hours.ts";
import { processingDays } from "#app/locations/processing-days.ts";
import type { Location } from "#app/routing/snapshot.ts";
import { readLocationType } from "./internal/routing-networks.ts";

/** A location as the engine knows it at an instant: its calendar and pause are read for that moment. */
export function toEngineLocation(row: LocationRow, now: Date): Location {
  const { timeZone, cutoff } = row;
  const openingHours = readOpeningHours(row.openingHours);
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
    processingDays: processingDays(now, { timeZone, openingHours, cutoff }),
    rank: row.rank,
    groups: row.groups,
    paused: isPausedAt(row, now),
  };
}
