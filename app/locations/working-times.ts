import type { OpeningHours, WorkSpan } from "./opening-hours.ts";

/** A time at which a location packs what has come in, and when the carrier takes that away. */
export interface PackingRound {
  readonly name: string;
  /** "12:00": orders that come later wait for the next round. */
  readonly startsAt: string;
  /** "13:30", the same day. */
  readonly leavesAt: string;
}

/** Everything that says when a parcel can leave a location. Times are on its own clock. */
export interface WorkingTimes {
  /** IANA name; an unknown one counts as UTC. */
  readonly timeZone: string;
  /** Empty: every day, around the clock. */
  readonly openingHours: readonly OpeningHours[];
  /** "15:00": what is decided from then on leaves another day; empty: until closing. */
  readonly cutoff: string;
  /** By service, where its carrier comes at another time. */
  readonly cutoffs?: Readonly<Record<string, string>>;
  /** Empty or absent: it packs all day. */
  readonly packingRounds?: readonly PackingRound[];
  /** Hours of single days, "2026-12-24", instead of the weekday's; none: closed all day. */
  readonly specialDays?: ReadonlyMap<string, readonly WorkSpan[]>;
}
