import type { DateTime } from "luxon";
import { atLocalTime, endOfDay } from "./at-local-time.ts";
import type { WorkSpan } from "./opening-hours.ts";
import type { PackingRound, WorkingTimes } from "./working-times.ts";

/** One day's work as instants. A night shift belongs to the day on which it begins. */
export interface WorkDay {
  readonly closesAt: DateTime;
  /** Soonest first; empty where the location packs all day. */
  readonly rounds: readonly { readonly startsAt: DateTime; readonly leavesAt: DateTime }[];
  /** Before this moment an order still leaves with this day's work. */
  readonly decideBy: DateTime;
}

/** The work of the day that `day` (any moment of it) lies in; null when nothing leaves on it. */
export function readWorkDay(day: DateTime, times: WorkingTimes, service: string): WorkDay | null {
  const spans = listSpans(day, times);
  if (spans.length === 0) return null;
  const closesAt = latest(spans.map((span) => closingOf(day, span)));
  const rounds = listRounds(day, times.packingRounds ?? [], closesAt);
  const last = rounds.at(-1);
  if (!last && (times.packingRounds ?? []).length > 0) return null;
  const limits = [
    closesAt,
    ...(last ? [last.startsAt] : []),
    ...cutoffOf(day, spans, times, service),
  ];
  return { closesAt, rounds, decideBy: earliest(limits) };
}

const aroundTheClock: readonly WorkSpan[] = [{ opens: "00:00", closes: "00:00" }];

function listSpans(day: DateTime, { specialDays, openingHours }: WorkingTimes) {
  const special = specialDays?.get(day.toFormat("yyyy-MM-dd"));
  if (special) return special;
  if (openingHours.length === 0) return aroundTheClock;
  return openingHours.filter((hours) => hours.day === day.weekday);
}

function closingOf(day: DateTime, { opens, closes }: WorkSpan): DateTime {
  if (closes === "00:00") return endOfDay(day);
  return atLocalTime(closes <= opens ? day.plus({ days: 1 }) : day, closes);
}

/** Rounds that begin after closing do not take place that day. */
function listRounds(day: DateTime, rounds: readonly PackingRound[], closesAt: DateTime) {
  return rounds
    .map(({ startsAt, leavesAt }) => ({
      startsAt: atLocalTime(day, startsAt),
      leavesAt: atLocalTime(day, leavesAt),
    }))
    .filter(({ startsAt }) => startsAt < closesAt)
    .sort((a, b) => a.startsAt.toMillis() - b.startsAt.toMillis());
}

/** Within the part of a night shift that lies after midnight, a cutoff is meant there. */
function cutoffOf(
  day: DateTime,
  spans: readonly WorkSpan[],
  { cutoff, cutoffs }: WorkingTimes,
  service: string,
): DateTime[] {
  const time = cutoffs?.[service] ?? cutoff;
  if (time === "") return [];
  const isAfterMidnight = spans.some(
    ({ opens, closes }) => closes !== "00:00" && closes <= opens && time <= closes && time < opens,
  );
  return [atLocalTime(isAfterMidnight ? day.plus({ days: 1 }) : day, time)];
}

const byTime = (a: DateTime, b: DateTime) => a.toMillis() - b.toMillis();
const latest = (moments: readonly DateTime[]) => [...moments].sort(byTime).at(-1)!;
const earliest = (moments: readonly DateTime[]) => [...moments].sort(byTime)[0]!;
