import { addDays, dayAt } from "./local-clock.ts";
import { readWorkDay, worksPastMidnight } from "./read-work-day.ts";
import type { WorkingTimes } from "./working-times.ts";

/** How a parcel given to a location at some moment leaves it. */
export interface Dispatch {
  /** Whole days on the location's calendar until it leaves; 0: with the work under way or of today. */
  readonly days: number;
  /** Up to, not including, this moment the same answer holds for the day's last parcel. */
  readonly decideBy: Date;
  /** When its packing round is collected, else when that day's work ends. */
  readonly leavesAt: Date;
}

/** A location closed for longer than this counts as not shipping at all. */
const daysAhead = 60;

/**
 * When a parcel given to the location at `now` leaves it: on the first day whose cutoff for the
 * service, last packing round and closing are all still to come. Wall-clock times of the location's
 * own zone, so that a cutoff stays at 15:00 through changes of daylight saving time; at 15:00:00.000
 * it is past. Null when no such day comes within 60 days.
 */
export function nextDispatch(now: Date, times: WorkingTimes, service: string): Dispatch | null {
  const today = dayAt(now, times.timeZone);
  const at = now.getTime();
  // Yesterday's night shift may still be at work.
  for (let days = worksPastMidnight(times) ? -1 : 0; days <= daysAhead; days += 1) {
    const work = readWorkDay(addDays(today, days), times, service);
    if (work === null || work.decideBy <= at) continue;
    const round = work.rounds.find(({ startsAt }) => startsAt > at);
    return {
      days: Math.max(0, days),
      decideBy: new Date(work.decideBy),
      leavesAt: new Date(round?.leavesAt ?? work.closesAt),
    };
  }
  return null;
}
