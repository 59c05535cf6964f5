import { DateTime } from "luxon";
import type { OpeningHours, WorkSpan } from "#app/locations/opening-hours.ts";

export interface StoreTimes {
  /** IANA name; an unknown zone counts as UTC. */
  readonly timeZone: string;
  /** Empty: always open. */
  readonly openingHours: readonly OpeningHours[];
  /** Hours of single days, "2026-12-24", instead of the weekday's; none: closed all day. */
  readonly specialDays?: ReadonlyMap<string, readonly WorkSpan[]>;
}

/** Opening hours repeat weekly: further ahead nothing new is found. */
const DAYS_AHEAD = 15;

/**
 * When an offered task is taken back: after `minutes` in which the store is open. Nights and closed
 * days do not count, so that a task offered at closing time is not lost by the morning.
 */
export function acceptDeadline(now: Date, minutes: number, store: StoreTimes): Date {
  const inZone = DateTime.fromJSDate(now, { zone: store.timeZone });
  const start = inZone.isValid ? inZone : DateTime.fromJSDate(now, { zone: "utc" });
  if (store.openingHours.length === 0 && !store.specialDays?.size) {
    return start.plus({ minutes }).toJSDate();
  }
  let left = minutes * 60_000;
  for (let day = 0; day < DAYS_AHEAD; day += 1) {
    for (const { opens, closes } of listOpenings(start.plus({ days: day }), store)) {
      const from = opens < start ? start : opens;
      const open = closes.toMillis() - from.toMillis();
      if (open <= 0) continue;
      if (left <= open) return from.plus({ milliseconds: left }).toJSDate();
      left -= open;
    }
  }
  return start.plus({ days: DAYS_AHEAD }).toJSDate();
}

const aroundTheClock: readonly WorkSpan[] = [{ opens: "00:00", closes: "00:00" }];

function listHours(day: DateTime, { openingHours, specialDays }: StoreTimes) {
  const special = specialDays?.get(day.toFormat("yyyy-MM-dd"));
  if (special) return special;
  if (openingHours.length === 0) return aroundTheClock;
  return openingHours.filter((hours) => hours.day === day.weekday);
}

function listOpenings(day: DateTime, store: StoreTimes) {
  return listHours(day, store)
    .map((hours) => {
      const opens = atTime(day, hours.opens);
      const closes = atTime(day, hours.closes);
      return { opens, closes: closes <= opens ? closes.plus({ days: 1 }) : closes };
    })
    .sort((a, b) => a.opens.toMillis() - b.opens.toMillis());
}

/** A wall-clock time on the day, whatever daylight saving time does to it. */
function atTime(day: DateTime, time: string): DateTime {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return day.startOf("day").set({ hour, minute });
}
