import { addDays, instantOf, weekdayOf } from "./local-clock.ts";
import type { WorkSpan } from "./opening-hours.ts";
import type { WorkingTimes } from "./working-times.ts";

/** One day's work, in ms since 1970. A night shift belongs to the day on which it begins. */
export interface WorkDay {
  readonly closesAt: number;
  /** Soonest first; empty where the location packs all day. */
  readonly rounds: readonly { readonly startsAt: number; readonly leavesAt: number }[];
  /** Before this moment an order still leaves with this day's work. */
  readonly decideBy: number;
}

/** The work of a day ("2026-11-21") for a service; null when nothing leaves on it. */
export function readWorkDay(day: string, times: WorkingTimes, service: string): WorkDay | null {
  const { timeZone, packingRounds = [] } = times;
  const spans = listSpans(day, times);
  if (spans.length === 0) return null;
  const closesAt = Math.max(...spans.map((span) => closingOf(day, span, timeZone)));
  // Rounds that begin after closing do not take place that day.
  const rounds = packingRounds
    .map(({ startsAt, leavesAt }) => ({
      startsAt: instantOf(day, startsAt, timeZone),
      leavesAt: instantOf(day, leavesAt, timeZone),
    }))
    .filter(({ startsAt }) => startsAt < closesAt)
    .sort((a, b) => a.startsAt - b.startsAt);
  if (rounds.length === 0 && packingRounds.length > 0) return null;
  const lastRound = rounds.at(-1)?.startsAt ?? Infinity;
  const cutoff = cutoffOf(day, spans, times, service);
  return { closesAt, rounds, decideBy: Math.min(closesAt, lastRound, cutoff) };
}

/** Whether some of the work that begins on a day is done after the midnight that ends it. */
export function worksPastMidnight(times: WorkingTimes): boolean {
  const isNight = ({ opens, closes }: WorkSpan) => closes !== "00:00" && closes <= opens;
  const special = [...(times.specialDays?.values() ?? [])].flat();
  return times.openingHours.some(isNight) || special.some(isNight);
}

const aroundTheClock: readonly WorkSpan[] = [{ opens: "00:00", closes: "00:00" }];

function listSpans(day: string, { specialDays, openingHours }: WorkingTimes): readonly WorkSpan[] {
  const special = specialDays?.get(day);
  if (special) return special;
  if (openingHours.length === 0) return aroundTheClock;
  const weekday = weekdayOf(day);
  return openingHours.filter((hours) => hours.day === weekday);
}

function closingOf(day: string, { opens, closes }: WorkSpan, timeZone: string): number {
  if (closes === "00:00") return instantOf(day, "24:00", timeZone);
  return instantOf(closes <= opens ? addDays(day, 1) : day, closes, timeZone);
}

/** Infinity without one. Within the part of a night shift after midnight, a cutoff is meant there. */
function cutoffOf(
  day: string,
  spans: readonly WorkSpan[],
  { cutoff, cutoffs, timeZone }: WorkingTimes,
  service: string,
): number {
  const time = cutoffs?.[service] ?? cutoff;
  if (time === "") return Infinity;
  const isAfterMidnight = spans.some(
    ({ opens, closes }) => closes !== "00:00" && closes <= opens && time <= closes && time < opens,
  );
  return instantOf(isAfterMidnight ? addDays(day, 1) : day, time, timeZone);
}
