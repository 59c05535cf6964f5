import type { LocationSettings } from "#app/locations/location-settings.ts";

/** The settings as typed: text in every field. */
export interface SettingsDraft {
  readonly type: string;
  readonly inPool: boolean;
  readonly timeZone: string;
  readonly openingHours: readonly SpanDraft[];
  readonly cutoff: string;
  readonly cutoffs: Readonly<Record<string, string>>;
  readonly packingRounds: readonly RoundDraft[];
  readonly specialDays: readonly SpecialDayDraft[];
  readonly holidayCountry: string;
  readonly holidayRegion: string;
  readonly holidaysOpen: readonly string[];
  readonly handlingPerParcel: string;
  readonly handlingPerUnit: string;
  readonly ordersPerDay: string;
  readonly unitsPerDay: string;
  readonly minutesPerDay: string;
  readonly minutesPerOrder: string;
  readonly minutesPerUnit: string;
  readonly safetyStock: string;
  readonly rank: string;
  readonly groups: string;
  readonly tags: string;
}

/** One opening of a weekday; a day without any is closed. */
export interface SpanDraft {
  readonly day: number;
  readonly opens: string;
  readonly closes: string;
}

export interface RoundDraft {
  readonly name: string;
  readonly startsAt: string;
  readonly leavesAt: string;
}

/** A single day; without hours it is closed. */
export interface SpecialDayDraft {
  readonly on: string;
  readonly name: string;
  readonly hours: readonly { readonly opens: string; readonly closes: string }[];
}

export const weekdays = [
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
] as const;

/** Stored settings as a draft to type over. */
export function startDraft(settings: LocationSettings): SettingsDraft {
  return {
    ...settings,
    handlingPerParcel: padCents(settings.handlingPerParcel),
    handlingPerUnit: padCents(settings.handlingPerUnit),
    ordersPerDay: textOf(settings.ordersPerDay),
    unitsPerDay: textOf(settings.unitsPerDay),
    minutesPerDay: textOf(settings.minutesPerDay),
    safetyStock: textOf(settings.safetyStock),
    rank: String(settings.rank),
    groups: settings.groups.join(", "),
    tags: settings.tags.join(", "),
  };
}

const textOf = (limit: number | null) => (limit === null ? "" : String(limit));

/** "1.2" as people write it, "1.20"; finer amounts and whole ones stay as they are. */
function padCents(amount: string): string {
  return /^\d+\.\d$/.test(amount) ? `${amount}0` : amount;
}

/** What is sent to be checked and saved. Wrong numbers are sent as they are: the check names them. */
export function finishDraft(draft: SettingsDraft) {
  return { ...draft, groups: splitNames(draft.groups), tags: splitNames(draft.tags) };
}

function splitNames(names: string): string[] {
  return names
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean);
}
