import { z } from "zod";

const wholeNumber = (least: number, most: number) =>
  z.coerce
    .number("Write a whole number.")
    .int("Write a whole number.")
    .min(least, `It must be ${least} at least.`)
    .max(most, `It can be ${most} at most.`);

/** How a shop looks ahead, as its form sends it; what each does is said on the page. */
export const lookAheadSettings = z.object({
  opportunityCost: z.boolean(),
  /** Days from one delivery of new stock to the next. */
  replenishDays: wholeNumber(1, 180),
  /** 0: orders do not wait for each other. */
  coolOffMinutes: wholeNumber(0, 240),
  reconsiderUnaccepted: z.boolean(),
  mostPlanChanges: wholeNumber(1, 10),
  /** In the shop's currency. */
  leastSaving: z
    .string()
    .trim()
    .regex(/^\d{1,6}(\.\d{1,4})?$/, "Write an amount such as 1.20."),
});

export type LookAheadSettings = z.infer<typeof lookAheadSettings>;

/** The form beside the settings its page showed: a page that shows older ones may not write. */
export const lookAheadForm = lookAheadSettings.extend({ seen: z.string().max(1_000) });
