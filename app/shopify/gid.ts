export type GidType =
  | "BulkOperation"
  | "Fulfillment"
  | "FulfillmentHold"
  | "FulfillmentOrder"
  | "FulfillmentOrderLineItem"
  | "InventoryItem"
  | "LineItem"
  | "Location"
  | "Order"
  | "Product"
  | "ProductVariant";

/** Shopify's global id of an object, from our numeric id: `gid://shopify/Order/123`. */
export function gid(type: GidType, id: string): string {
  return `gid://shopify/${type}/${id}`;
}

/**
 * The numeric part of a global id, as text: ids exceed 2^53. Throws on anything that is no gid,
 * because a wrong id must not travel further.
 */
export function numericId(globalId: string): string {
  const id = /^gid:\/\/shopify\/\w+\/(\d+)(?:\?|$)/.exec(globalId)?.[1];
  if (id === undefined) throw new Error(`Not a Shopify global id: ${globalId}`);
  return id;
}
