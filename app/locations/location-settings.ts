import { z } from "zod";
import { calendarSettings } from "./calendar-settings.ts";

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

const minutes = z
  .string()
  .trim()
  .regex(/^\d{1,4}(\.\d{1,2})?$/, "Write minutes such as 4 or 0.5.");

const emptyAsNull = (value: unknown) =>
  typeof value === "string" && value.trim() === "" ? null : value;

const optionalUnits = z.preprocess(emptyAsNull, wholeNumber(1_000_000).nullable());

/** Empty: no limit. */
const limit = optionalUnits;

const names = (what: string) =>
  z.array(z.string().trim().min(1).max(255)).max(20, `At most 20 ${what}.`);

/** A location's settings as a form sends them; what the merchant decides, Shopify does not know. */
export const locationSettings = z.object({
  type: z.enum(["store", "warehouse", "third_party", "vendor"], "Choose what kind of place it is."),
  inPool: z.boolean(),
  ...calendarSettings,
  handlingPerParcel: money,
  handlingPerUnit: money,
  ordersPerDay: limit,
  unitsPerDay: limit,
  minutesPerDay: limit,
  minutesPerOrder: minutes,
  minutesPerUnit: minutes,
  /** Empty: what its groups or the shop say. */
  safetyStock: optionalUnits,
  rank: wholeNumber(1_000_000),
  groups: names("groups"),
  tags: names("tags"),
});

export type LocationSettings = z.infer<typeof locationSettings>;
