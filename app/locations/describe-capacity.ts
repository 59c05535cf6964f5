import type { CapacityLeft, Work } from "./capacity.ts";
import { minutesOf } from "./capacity.ts";

/** A day's work of one kind against its limit; null: no limit. */
export interface Use {
  readonly used: number;
  readonly limit: number | null;
}

export interface CapacityUse {
  readonly orders: Use;
  readonly units: Use;
  /** Labour minutes, rounded up. */
  readonly minutes: Use;
}

/** What today's work takes of a whole day's capacity. */
export function describeCapacity(day: CapacityLeft, work: Work): CapacityUse {
  return {
    orders: { used: work.parcels, limit: day.orders },
    units: { used: work.units, limit: day.units },
    minutes: { used: Math.ceil(minutesOf(work, day)), limit: day.minutes },
  };
}
