import { DateTime } from "luxon";

/** The location's own midnight before `now`; an unknown zone counts as UTC. */
export function startOfDay(now: Date, timeZone: string): DateTime {
  const local = DateTime.fromJSDate(now, { zone: timeZone });
  const known = local.isValid ? local : DateTime.fromJSDate(now, { zone: "utc" });
  return known.startOf("day");
}

/** A batch asks for one moment in a few zones, once per location: the last answers will do. */
const lastDays = new Map<string, string>();
const mostDays = 1_000;

/** The calendar day, "2026-11-21", that it is at `now` in a zone. */
export function dayAt(now: Date, timeZone: string): string {
  const key = `${now.getTime()} ${timeZone}`;
  const remembered = lastDays.get(key);
  if (remembered !== undefined) return remembered;
  if (lastDays.size >= mostDays) lastDays.clear();
  const day = startOfDay(now, timeZone).toFormat("yyyy-MM-dd");
  lastDays.set(key, day);
  return day;
}

const dayMs = 86_400_000;

/** A day so many days later: calendar arithmetic, which knows no clock. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);
}

/** 1 is Monday, 7 Sunday. */
export function weekdayOf(day: string): number {
  return new Date(Date.parse(day)).getUTCDay() || 7;
}

/** Time zones are slow to reckon with, and a thousand locations share a few times of a few days. */
const known = new Map<string, number>();
const mostKnown = 20_000;

/**
 * A wall-clock time ("15:00") of a day in a zone, in ms since 1970; "24:00" is the midnight that ends
 * the day. Where the clock goes back and the time comes twice, the first is meant: to be too early is
 * harmless. Where it goes forward over the time, it is as long after midnight as usual: 02:30 is then
 * shown as 03:30.
 */
export function instantOf(day: string, time: string, timeZone: string): number {
  const key = `${day} ${time} ${timeZone}`;
  const remembered = known.get(key);
  if (remembered !== undefined) return remembered;
  if (known.size >= mostKnown) known.clear();
  const instant = reckonInstant(day, time, timeZone);
  known.set(key, instant);
  return instant;
}

function reckonInstant(day: string, time: string, timeZone: string): number {
  const inZone = DateTime.fromISO(day, { zone: timeZone });
  const start = inZone.isValid ? inZone : DateTime.fromISO(day, { zone: "utc" });
  // Some zones skip 00:00 itself once a year: then the next day's first moment.
  if (time === "24:00") return start.plus({ days: 1 }).startOf("day").toMillis();
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  const wanted = start.set({ hour, minute, second: 0, millisecond: 0 });
  return Math.min(...wanted.getPossibleOffsets().map((one) => one.toMillis()));
}
