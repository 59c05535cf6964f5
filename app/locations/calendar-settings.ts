import { z } from "zod";

export const timeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Write the time as 09:00, on a 24-hour clock.");

const span = { opens: timeOfDay, closes: timeOfDay };
const hasLength = ({ opens, closes }: { opens: string; closes: string }) => opens !== closes;
const noLength = "Opening and closing are the same.";

const dayOfYear = z.iso.date("Choose a day.");

/** Names "express", "2-day": as the rate card names its services. */
const cutoffsByService = z.record(
  z.string().min(1).max(255),
  z.union([z.literal(""), timeOfDay], "Write the time as 15:00, or leave it empty."),
);

const packingRound = z
  .strictObject({
    name: z.string().trim().min(1, "Name the round, such as Midday.").max(60),
    startsAt: timeOfDay,
    leavesAt: timeOfDay,
  })
  .refine(({ startsAt, leavesAt }) => startsAt < leavesAt, {
    message: "It must be collected after packing starts.",
    path: ["leavesAt"],
  });

const specialDay = z.strictObject({
  on: dayOfYear,
  name: z.string().trim().min(1, "Say what the day is, such as Inventory count.").max(60),
  hours: z
    .array(z.strictObject(span).refine(hasLength, noLength))
    .max(3, "At most three openings."),
});

export const openingHoursSchema = z
  .array(
    z.strictObject({ day: z.number().int().min(1).max(7), ...span }).refine(hasLength, noLength),
  )
  .max(21, "At most three openings a day.")
  .superRefine(refuseOverlaps);

/** Everything that says when parcels leave a location. */
export const calendarSettings = {
  timeZone: z
    .string()
    .refine((zone) => Intl.supportedValuesOf("timeZone").includes(zone) || zone === "UTC", {
      message: "Choose a time zone.",
    }),
  openingHours: openingHoursSchema,
  cutoff: z.union([z.literal(""), timeOfDay], "Write the time as 15:00, or leave it empty."),
  cutoffs: cutoffsByService
    .refine((cutoffs) => Object.keys(cutoffs).length <= 20, "At most 20 services.")
    .transform((cutoffs) =>
      Object.fromEntries(Object.entries(cutoffs).filter(([, time]) => time !== "")),
    ),
  packingRounds: z.array(packingRound).max(6, "At most six rounds a day."),
  specialDays: z
    .array(specialDay)
    .max(200, "At most 200 days.")
    .refine((days) => new Set(days.map(({ on }) => on)).size === days.length, {
      message: "Two entries are about the same day.",
    })
    .transform((days) => [...days].sort((a, b) => (a.on < b.on ? -1 : 1))),
  holidayCountry: z.string().max(2),
  holidayRegion: z.string().max(10),
  holidaysOpen: z.array(z.string().min(1).max(255)).max(100),
};

interface DayHours {
  readonly day: number;
  readonly opens: string;
  readonly closes: string;
}

/** Two openings of a weekday may meet, not overlap: it would be unclear when the day ends. */
function refuseOverlaps(hours: readonly DayHours[], check: z.RefinementCtx): void {
  for (const [at, one] of hours.entries()) {
    const clash = hours.slice(0, at).some((other) => other.day === one.day && overlaps(other, one));
    const message = "Two openings of this day overlap.";
    if (clash) check.addIssue({ code: "custom", path: [at, "opens"], message });
  }
}

function overlaps(a: DayHours, b: DayHours): boolean {
  const end = ({ opens, closes }: DayHours) => (closes <= opens ? "24:00" : closes);
  return a.opens < end(b) && b.opens < end(a);
}
