import { z } from "zod";

/** Carrier and tracking number, both or neither: a number without a carrier links nowhere. */
export const trackingSchema = z
  .object({
    claim: z.coerce.number().int().min(0),
    trackingCompany: z.string().trim().max(100, "At most 100 characters").default(""),
    trackingNumber: z.string().trim().max(100, "At most 100 characters").default(""),
    handedTo: z.string().trim().max(100, "At most 100 characters").default(""),
  })
  .refine(({ trackingCompany, trackingNumber }) => !trackingNumber || trackingCompany, {
    path: ["trackingCompany"],
    message: "Choose the carrier of this number",
  });
