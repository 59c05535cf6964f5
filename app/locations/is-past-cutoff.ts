import { dayAt } from "./local-clock.ts";
import { readWorkDay } from "./read-work-day.ts";
import type { WorkingTimes } from "./working-times.ts";

/**
 * Whether the location works today, but a parcel given to it now would no longer leave today. A
 * closed day has no cutoff to miss: what comes then leaves when it would have left anyway.
 */
export function isPastCutoff(now: Date, times: WorkingTimes, service = ""): boolean {
  const work = readWorkDay(dayAt(now, times.timeZone), times, service);
  return work !== null && work.decideBy <= now.getTime();
}
