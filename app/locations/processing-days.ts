import { nextDispatch } from "./next-dispatch.ts";
import type { WorkingTimes } from "./working-times.ts";

/**
 * Days until a parcel given to the location now leaves it, by the service it travels with (any other
 * name: by the location's general cutoff). Null: closed for so long that it does not ship.
 */
export function processingDays(now: Date, times: WorkingTimes, service = ""): number | null {
  if (isAlwaysReady(times)) return 0;
  return nextDispatch(now, times, service)?.days ?? null;
}

/** Spares the calendar for locations that nobody described: a shop may have a thousand. */
function isAlwaysReady(times: WorkingTimes): boolean {
  const { openingHours, cutoff, cutoffs = {}, packingRounds = [], specialDays } = times;
  const isPlain = openingHours.length === 0 && cutoff === "" && packingRounds.length === 0;
  return isPlain && Object.keys(cutoffs).length === 0 && (specialDays?.size ?? 0) === 0;
}
