import { z } from "zod";

const names = z.array(z.string().trim().min(1).max(255)).max(1_000, "At most 1,000.");
const emptyAsNull = (value: unknown) =>
  typeof value === "string" && value.trim() === "" ? null : value;

/** Units kept back; empty inherits. */
export const safetyStockField = z.preprocess(
  emptyAsNull,
  z.coerce
    .number("Write a whole number.")
    .int("Write a whole number.")
    .min(0, "It cannot be below 0.")
    .max(1_000_000, "It can be 1,000,000 at most.")
    .nullable(),
);

/** Three answers: in, out, or as what stands above says. */
export const pooledField = z
  .enum(["inherit", "in", "out"])
  .transform((answer) => (answer === "inherit" ? null : answer === "in"));

export const percentField = z.coerce
  .number("Write a whole number.")
  .int("Write a whole number.")
  .min(0, "It cannot be below 0.")
  .max(100, "It can be 100 at most.");

/** A product group as its form sends it. */
export const groupForm = z
  .object({
    name: z.string().trim().min(1, "Give the group a name.").max(80, "At most 80 characters."),
    productTypes: names,
    vendors: names,
    tags: names,
    collections: names,
    skus: names,
    safetyStock: safetyStockField,
    pooled: pooledField,
    trustDiscount: z.enum(["inherit", "on", "off"]),
    minTrustPercent: z.preprocess(emptyAsNull, percentField.nullable()),
    places: z
      .array(
        z.object({
          locationId: z.string().min(1).max(40),
          safetyStock: safetyStockField,
          pooled: pooledField,
        }),
      )
      .max(2_000),
  })
  .refine(
    ({ productTypes, vendors, tags, collections, skus }) =>
      [productTypes, vendors, tags, collections, skus].some((list) => list.length > 0),
    { path: ["skus"], message: "Say what belongs to the group: at least one of these." },
  );

export type GroupForm = z.infer<typeof groupForm>;
