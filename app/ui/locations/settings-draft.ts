import type { LocationSettings } from "#app/locations/location-settings.ts";

/** The settings as typed: text in every field, one row per weekday. */
export interface SettingsDraft {
  readonly type: string;
  readonly days: readonly DayDraft[];
  readonly cutoff: string;
  readonly handlingPerParcel: string;
  readonly handlingPerUnit: string;
  readonly unitsPerDay: string;
  readonly safetyStock: string;
  readonly rank: string;
  readonly groups: string;
}

export interface DayDraft {
  readonly day: number;
  readonly open: boolean;
  readonly opens: string;
  readonly closes: string;
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
    type: settings.type,
    days: weekdays.map((_, index) => startDay(index + 1, settings)),
    cutoff: settings.cutoff,
    handlingPerParcel: padCents(settings.handlingPerParcel),
    handlingPerUnit: padCents(settings.handlingPerUnit),
    unitsPerDay: settings.unitsPerDay === null ? "" : String(settings.unitsPerDay),
    safetyStock: settings.safetyStock === null ? "" : String(settings.safetyStock),
    rank: String(settings.rank),
    groups: settings.groups.join(", "),
  };
}

/** "1.2" as people write it, "1.20"; finer amounts and whole ones stay as they are. */
function padCents(amount: string): string {
  return /^\d+\.\d$/.test(amount) ? `${amount}0` : amount;
}

function startDay(day: number, { openingHours }: LocationSettings): DayDraft {
  const hours = openingHours.find((entry) => entry.day === day);
  return {
    day,
    open: hours !== undefined,
    opens: hours?.opens ?? "09:00",
    closes: hours?.closes ?? "18:00",
  };
}

/** What is sent to be checked and saved. Empty numbers are sent as they are: the check names them. */
export function finishDraft(draft: SettingsDraft) {
  const { days, groups, unitsPerDay, ...rest } = draft;
  return {
    ...rest,
    unitsPerDay: unitsPerDay.trim() === "" ? null : unitsPerDay,
    openingHours: days
      .filter((day) => day.open)
      .map(({ day, opens, closes }) => ({ day, opens, closes })),
    groups: groups
      .split(",")
      .map((group) => group.trim())
      .filter(Boolean),
  };
}
