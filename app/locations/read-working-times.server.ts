import type { Location } from "#app/generated/prisma/client.ts";
import { listHolidays } from "./list-holidays.server.ts";
import type { WorkSpan } from "./opening-hours.ts";
import { readOpeningHours } from "./opening-hours.ts";
import type { SpecialDay } from "./special-day.ts";
import { readSpecialDays } from "./special-day.ts";
import type { PackingRound, WorkingTimes } from "./working-times.ts";

export type CalendarColumns = Pick<
  Location,
  | "timeZone"
  | "openingHours"
  | "cutoff"
  | "cutoffs"
  | "packingRounds"
  | "specialDays"
  | "holidayCountry"
  | "holidayRegion"
  | "holidaysOpen"
>;

/**
 * A stored location's calendar around an instant. The merchant's own days stand above the public
 * holidays, and those above the weekday's hours.
 */
export function readWorkingTimes(row: CalendarColumns, now: Date): WorkingTimes {
  return {
    timeZone: row.timeZone,
    openingHours: readOpeningHours(row.openingHours),
    cutoff: row.cutoff,
    cutoffs: row.cutoffs as Readonly<Record<string, string>>,
    packingRounds: row.packingRounds as unknown as readonly PackingRound[],
    specialDays: listSpecialDays(row, readSpecialDays(row.specialDays), now),
  };
}

function listSpecialDays(
  { holidayCountry, holidayRegion, holidaysOpen }: CalendarColumns,
  own: readonly SpecialDay[],
  now: Date,
): ReadonlyMap<string, readonly WorkSpan[]> {
  // The night shift of the day before may still be at work, in a zone up to a day from UTC.
  const from = new Date(now.getTime() - 2 * 86_400_000).toISOString().slice(0, 10);
  const kept = listHolidays(holidayCountry, holidayRegion, from).filter(
    ({ name }) => !holidaysOpen.includes(name),
  );
  return new Map([
    ...kept.map(({ on }): [string, readonly WorkSpan[]] => [on, []]),
    ...own.map(({ on, hours }): [string, readonly WorkSpan[]] => [on, hours]),
  ]);
}
