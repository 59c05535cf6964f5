import { z } from "zod";
import { withoutUndefined } from "./without-undefined.ts";

const units = z.number().int().min(0);

const address = z.strictObject({
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

const newOrder = z.strictObject({
  lines: z.array(z.strictObject({ sku: z.string(), quantity: units.min(1) })).min(1),
  destination: address.transform(withoutUndefined).optional(),
  shippingLine: z
    .strictObject({ title: z.string(), code: z.string(), price: z.string() })
    .optional(),
  deliveryMethod: z.enum(["shipping", "local", "pickup"]).optional(),
  pickupLocationId: z.string().optional(),
  tags: z.array(z.string()).optional(),
  customerTags: z.array(z.string()).optional(),
  sourceName: z.string().optional(),
  email: z.string().optional(),
  riskLevel: z.enum(["none", "low", "medium", "high", "pending"]).optional(),
  note: z.string().optional(),
  fulfillAt: z.iso.datetime().optional(),
});

/** Either one given order, or `count` sample ones. */
export const placeBody = z.strictObject({
  order: newOrder.optional().transform((order) => order && withoutUndefined(order)),
  count: z.number().int().min(1).max(10_000).default(1),
});

export const editBody = z.strictObject({
  quantities: z.array(z.strictObject({ sku: z.string(), quantity: units })).min(1),
  restock: z.boolean().default(true),
});

export const cancelBody = z.strictObject({
  reason: z
    .enum(["customer", "declined", "fraud", "inventory", "other", "staff"])
    .default("customer"),
  restock: z.boolean().default(true),
});
