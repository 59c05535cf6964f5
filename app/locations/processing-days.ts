import { DateTime } from "luxon";
import type { OpeningHours } from "./opening-hours.ts";

export interface WorkingTimes {
  /** IANA name. */
  readonly timeZone: string;
  /** Empty: open every day, all day. */
  readonly openingHours: readonly OpeningHours[];
  /** "15:00" on the location's clock; empty: until closing. */
  readonly cutoff: string;
}

const endOfDay = "24:00";

/**
 * Days until a parcel given to the location now leaves it: 0 on an open day before cutoff and
 * closing, else the days to the next open one. Wall-clock times of the location's own zone, so a
 * cutoff stays at 15:00 through changes of daylight saving time. An unknown zone counts as UTC.
 */
export function processingDays(now: Date, times: WorkingTimes): number {
  const inZone = DateTime.fromJSDate(now, { zone: times.timeZone });
  const local = inZone.isValid ? inZone : DateTime.fromJSDate(now, { zone: "utc" });
  const weekday = local.weekday;
  const lastMoment = lastMomentOn(weekday, times);
  if (lastMoment !== null && local.toFormat("HH:mm") < lastMoment) return 0;
  for (let days = 1; days <= 7; days += 1) {
    if (lastMomentOn(((weekday - 1 + days) % 7) + 1, times) !== null) return days;
  }
  return 7;
}

/** When the day's last parcel leaves; null when the location is closed all day. */
function lastMomentOn(weekday: number, { openingHours, cutoff }: WorkingTimes): string | null {
  const closings = openingHours
    .filter((hours) => hours.day === weekday)
    .map((hours) => (hours.closes <= hours.opens ? endOfDay : hours.closes));
  if (openingHours.length > 0 && closings.length === 0) return null;
  const closes = closings.reduce((late, one) => (one > late ? one : late), "");
  const ends = closes || endOfDay;
  return cutoff !== "" && cutoff < ends ? cutoff : ends;
}
