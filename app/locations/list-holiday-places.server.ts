import Holidays from "date-holidays";

export interface HolidayCountry {
  /** ISO 3166-1, such as "US". */
  readonly code: string;
  readonly name: string;
}

/** Countries whose holidays are known, by name. */
export function listHolidayCountries(): readonly HolidayCountry[] {
  return byName(new Holidays().getCountries("en"));
}

/** A country's states or provinces with holidays of their own, by name; none: it keeps one calendar. */
export function listHolidayRegions(country: string): readonly HolidayCountry[] {
  return country === "" ? [] : byName(new Holidays().getStates(country, "en") ?? {});
}

function byName(names: Readonly<Record<string, string>>): readonly HolidayCountry[] {
  return Object.entries(names)
    .map(([code, name]) => ({ code, name }))
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
}
