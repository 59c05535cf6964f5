import { z } from "zod";

/** Any part of an address; coordinates in degrees. */
export const addressBody = z.strictObject({
  firstName: z.string().nullable().optional(),
  lastName: z.string().nullable().optional(),
  company: z.string().nullable().optional(),
  address1: z.string().optional(),
  address2: z.string().nullable().optional(),
  city: z.string().optional(),
  province: z.string().nullable().optional(),
  provinceCode: z.string().nullable().optional(),
  country: z.string().optional(),
  countryCode: z.string().length(2).optional(),
  zip: z.string().optional(),
  phone: z.string().nullable().optional(),
  latitude: z.number().min(-90).max(90).nullable().optional(),
  longitude: z.number().min(-180).max(180).nullable().optional(),
});
