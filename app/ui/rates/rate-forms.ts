import { z } from "zod";

/** A file input left empty is sent as a file without a name. */
const chosenFile = z
  .instanceof(Blob, { message: "Choose a CSV file." })
  .refine((file) => file.size > 0, "Choose a CSV file that is not empty.");

export const publishForm = z.object({
  file: chosenFile,
  name: z.string().trim().min(1, "Name it, such as Carrier 2027.").max(100),
  appliesOn: z.union([z.literal(""), z.iso.date("Choose a day.")]).default(""),
});

export const labelsForm = z.object({ file: chosenFile });

export const splitPenaltyForm = z.object({
  splitPenalty: z
    .string()
    .trim()
    .regex(/^\d{1,6}(\.\d{1,4})?$/, "Write an amount such as 2.50."),
});

export const estimateForm = z.object({
  fromLocationId: z.string().max(50).default(""),
  from: z.string().max(100).default(""),
  to: z.string().max(100).default(""),
  countryCode: z.string().max(2).default(""),
  weightKg: z.coerce
    .number("Write the weight in kg.")
    .positive("Write the weight in kg.")
    .max(1_000, "At most 1,000 kg."),
});
