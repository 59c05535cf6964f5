import { z } from "zod";
import { measureNames } from "#app/insights/pilot/pilot-measures.ts";

const whole = (least: number, most: number) => {
  const message = `Enter a whole number from ${least} to ${most}`;
  return z.coerce.number(message).int(message).min(least, message).max(most, message);
};

/** "US, CA" as its values; empty gives none. */
const list = z
  .string()
  .max(2_000, "This list is too long")
  .transform((text) => [...new Set(text.split(",").map((value) => value.trim()))].filter(Boolean))
  .refine((values) => values.every((value) => value.length <= 255), "A value is too long");

const codes = list.transform((values) => values.map((value) => value.toUpperCase()));

/** The form of a new pilot; see `PilotFields`. */
export const pilotSchema = z
  .object({
    draftId: z.string().min(1, "Choose a draft").max(64),
    sharePercent: whole(1, 99),
    endsOn: z.iso.date("Choose the last day"),
    measure: z.enum(measureNames),
    stopAbovePercent: whole(1, 100),
    stopAfterOrders: whole(1, 10_000),
    countryCodes: codes,
    provinceCodes: codes,
    postalPrefixes: list,
    productTypes: list,
    itemTags: list,
    collections: list,
    storeIds: list,
  })
  .transform(({ storeIds, ...fields }) => {
    const { countryCodes, provinceCodes, postalPrefixes, ...others } = fields;
    const { productTypes, itemTags, collections, ...choices } = others;
    const lists = {
      ...{ countryCodes, provinceCodes, postalPrefixes },
      ...{ productTypes, itemTags, collections },
    };
    const asked = Object.entries(lists).filter(([, values]) => values.length > 0);
    const scope = asked.length === 0 ? null : Object.fromEntries(asked);
    return { ...choices, storeIds, scope };
  });
