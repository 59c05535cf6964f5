import type { Location } from "#app/generated/prisma/client.ts";
import type { HolidayCountry } from "./list-holiday-places.server.ts";
import { listHolidayCountries, listHolidayRegions } from "./list-holiday-places.server.ts";
import type { PublicHoliday } from "./list-holidays.server.ts";
import { listHolidays } from "./list-holidays.server.ts";
import { startOfDay } from "./local-clock.ts";

/** What a person can choose about public holidays. */
export interface HolidayChoices {
  readonly countries: readonly HolidayCountry[];
  /** Of the chosen country. */
  readonly regions: readonly HolidayCountry[];
  /** The next ones of the chosen country and region, over a year. */
  readonly holidays: readonly PublicHoliday[];
}

const mostShown = 40;

/** Countries, regions of one of them, and the holidays that come next there. */
export function listHolidayChoices(
  place: Pick<Location, "timeZone" | "holidayCountry" | "holidayRegion">,
  now: Date,
): HolidayChoices {
  const today = startOfDay(now, place.timeZone);
  const until = today.plus({ years: 1 }).toFormat("yyyy-MM-dd");
  const { holidayCountry, holidayRegion } = place;
  return {
    countries: listHolidayCountries(),
    regions: listHolidayRegions(holidayCountry),
    holidays: listHolidays(holidayCountry, holidayRegion, today.toFormat("yyyy-MM-dd"))
      .filter(({ on }) => on < until)
      .slice(0, mostShown),
  };
}
