import { z } from "zod";

const timeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Write the time as 09:00, on a 24-hour clock.");

/** As the engine reads money: up to 6 digits and 4 decimals, never negative here. */
const money = z
  .string()
  .trim()
  .regex(/^\d{1,6}(\.\d{1,4})?$/, "Write an amount such as 1.20.");

const wholeNumber = (most: number) =>
  z.coerce
    .number("Write a whole number.")
    .int("Write a whole number.")
    .min(0, "It cannot be below 0.")
    .max(most, `It can be ${most} at most.`);

const emptyAsNull = (value: unknown) =>
  typeof value === "string" && value.trim() === "" ? null : value;

export const openingHoursSchema = z
  .array(
    z
      .strictObject({ day: z.number().int().min(1).max(7), opens: timeOfDay, closes: timeOfDay })
      .refine((hours) => hours.opens !== hours.closes, "Opening and closing are the same."),
  )
  .max(21, "At most three openings a day.");

/** A location's settings as a form sends them; what the merchant decides, Shopify does not know. */
export const locationSettings = z.object({
  type: z.enum(["store", "warehouse", "third_party", "vendor"], "Choose what kind of place it is."),
  openingHours: openingHoursSchema,
  cutoff: z.union([z.literal(""), timeOfDay], "Write the time as 15:00, or leave it empty."),
  handlingPerParcel: money,
  handlingPerUnit: money,
  /** Empty: no limit. */
  unitsPerDay: z.preprocess(emptyAsNull, wholeNumber(1_000_000).nullable()),
  /** Empty: as the shop has it. */
  safetyStock: z.preprocess(emptyAsNull, wholeNumber(1_000_000).nullable()),
  rank: wholeNumber(1_000_000),
  groups: z.array(z.string().trim().min(1).max(255)).max(20, "At most 20 groups."),
});

export type LocationSettings = z.infer<typeof locationSettings>;
