import { z } from "zod";
import { addressBody } from "./address-body.ts";
import { withoutUndefined } from "./without-undefined.ts";

const units = z.number().int().min(0);

const newOrder = z.strictObject({
  lines: z.array(z.strictObject({ sku: z.string(), quantity: units.min(1) })).min(1),
  destination: addressBody.transform(withoutUndefined).optional(),
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
