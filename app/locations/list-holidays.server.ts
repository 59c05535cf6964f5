import Holidays from "date-holidays";

/** A public holiday on one calendar day. */
export interface PublicHoliday {
  /** "2026-12-25". */
  readonly on: string;
  readonly name: string;
}

/** A year of a country's holidays takes tens of milliseconds to work out and never changes. */
const known = new Map<string, readonly PublicHoliday[]>();

/**
 * Public holidays of a country ("US") and, if given, one of its states or provinces ("CO"), from the
 * year of `from` on for `years` years, by date. An unknown country has none. Source: the package
 * date-holidays; its data stands under CC BY-SA 3.0.
 */
export function listHolidays(
  country: string,
  region: string,
  from: string,
  years = 2,
): readonly PublicHoliday[] {
  if (country === "") return [];
  const first = Number(from.slice(0, 4));
  const all = Array.from({ length: years }, (_, at) => readYear(country, region, first + at));
  return all.flat().filter(({ on }) => on >= from);
}

function readYear(country: string, region: string, year: number): readonly PublicHoliday[] {
  const key = `${country}/${region}/${year}`;
  const remembered = known.get(key);
  if (remembered) return remembered;
  const holidays = new Holidays(country, region).getHolidays(year, "en") ?? [];
  const days = holidays
    .filter(({ type }) => type === "public")
    .flatMap(({ date, start, end, name }) => {
      const length = Math.max(1, Math.round((end.getTime() - start.getTime()) / 86_400_000));
      return Array.from({ length }, (_, at) => ({ on: addDays(date.slice(0, 10), at), name }));
    });
  known.set(key, days);
  return days;
}

function addDays(on: string, days: number): string {
  const day = new Date(`${on}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}
