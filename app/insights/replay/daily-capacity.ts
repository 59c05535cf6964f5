import { DateTime } from "luxon";
import type { DailyLimit } from "./replay-world.ts";

/** What the locations of one variant have left on each of their own days. */
export interface DailyCapacity {
  /** Units left at an instant, by location id; without a limit a location is absent. */
  unitsLeft(at: Date): Record<string, number>;
  take(at: Date, locationId: string, units: number): void;
}

/** Capacity begins anew at every location's own midnight. An unknown time zone counts as UTC. */
export function countDailyCapacity(limits: readonly DailyLimit[]): DailyCapacity {
  const used = new Map<string, { day: string; units: number }>();
  const zoneOf = new Map(limits.map(({ locationId, timeZone }) => [locationId, timeZone]));
  const usedOn = (day: string, locationId: string) => {
    const record = used.get(locationId);
    return record?.day === day ? record.units : 0;
  };
  return {
    unitsLeft(at) {
      const dayIn = rememberDays(at);
      return Object.fromEntries(
        limits.map(({ locationId, timeZone, unitsPerDay }) => [
          locationId,
          Math.max(0, unitsPerDay - usedOn(dayIn(timeZone), locationId)),
        ]),
      );
    },
    take(at, locationId, units) {
      const timeZone = zoneOf.get(locationId);
      if (timeZone === undefined) return;
      const day = rememberDays(at)(timeZone);
      used.set(locationId, { day, units: usedOn(day, locationId) + units });
    },
  };
}

function rememberDays(at: Date): (timeZone: string) => string {
  const days = new Map<string, string>();
  return (timeZone) => {
    const day = days.get(timeZone) ?? localDay(at, timeZone);
    days.set(timeZone, day);
    return day;
  };
}

function localDay(at: Date, timeZone: string): string {
  const local = DateTime.fromJSDate(at, { zone: timeZone });
  const known = local.isValid ? local : DateTime.fromJSDate(at, { zone: "utc" });
  return known.toISODate() ?? "";
}
