import type { DateTime } from "luxon";

/**
 * A wall-clock time ("15:00") of a day. Where the clock goes back and the time comes twice, the first
 * is meant: to be too early is harmless. Where it goes forward over the time, it is as long after
 * midnight as usual: 02:30 is then shown as 03:30.
 */
export function atLocalTime(day: DateTime, time: string): DateTime {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  const wanted = day.set({ hour, minute, second: 0, millisecond: 0 });
  return wanted
    .getPossibleOffsets()
    .reduce((first, other) => (other.toMillis() < first.toMillis() ? other : first), wanted);
}

/** The midnight that ends a day. Some zones skip 00:00 itself: then the day's first moment after. */
export function endOfDay(day: DateTime): DateTime {
  return day.plus({ days: 1 }).startOf("day");
}
