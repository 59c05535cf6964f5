import { DateTime } from "luxon";
import type { CapacityLeft, Work } from "#app/locations/capacity.ts";
import { takeWork, toUnitsLeft } from "#app/locations/capacity.ts";
import type { DailyLimit } from "./replay-world.ts";

/** What the locations of one variant have left on each of their own days. */
export interface DailyCapacity {
  /** Units left at an instant, by location id; without a limit a location is absent. */
  unitsLeft(at: Date): Record<string, number>;
  take(at: Date, locationId: string, work: Work): void;
}

/** Capacity begins anew at every location's own midnight. An unknown time zone counts as UTC. */
export function countDailyCapacity(limits: readonly DailyLimit[]): DailyCapacity {
  const used = new Map<string, { readonly day: string; readonly left: CapacityLeft }>();
  const limitOf = new Map(limits.map((limit) => [limit.locationId, limit]));
  const leftOn = (day: string, { locationId, capacity }: DailyLimit) => {
    const record = used.get(locationId);
    return record?.day === day ? record.left : capacity;
  };
  return {
    unitsLeft(at) {
      if (limits.length === 0) return {};
      const dayIn = rememberDays(at);
      const left = limits.map(
        (limit) => [limit.locationId, leftOn(dayIn(limit.timeZone), limit)] as const,
      );
      return toUnitsLeft(new Map(left));
    },
    take(at, locationId, work) {
      const limit = limitOf.get(locationId);
      if (!limit) return;
      const day = localDay(at, limit.timeZone);
      used.set(locationId, { day, left: takeWork(leftOn(day, limit), work) });
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
