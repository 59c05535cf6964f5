import type { Condition } from "#app/routing/ruleset.ts";
import { joinWords } from "./join-words.ts";

const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** When an order was placed, in the shop's time zone: "placed on Saturday", "placed before 12:00". */
export function describeMoment({ weekdays, timeFrom, timeTo }: Condition): string[] {
  return [weekdays ? `placed on ${nameDays(weekdays)}` : "", describeTimes(timeFrom, timeTo)];
}

function nameDays(weekdays: readonly number[]): string {
  const names = [...weekdays].sort().map((day) => DAYS[day - 1]!);
  return joinWords(names, "or");
}

function describeTimes(from: string | undefined, to: string | undefined): string {
  if (from === undefined && to === undefined) return "";
  if (to === undefined) return `placed at ${from} or later`;
  if (from === undefined) return `placed before ${to}`;
  const isNextDay = to <= from;
  return `placed from ${from} until ${to}${isNextDay ? " the next day" : ""}`;
}
