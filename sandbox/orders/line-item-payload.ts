import { gidOf } from "../fulfillment-orders/payloads.ts";
import { priceSet } from "../shop/money.ts";
import type { ShopState } from "../shop/state.ts";
import type { JsonTree } from "../shop/write-json.ts";
import type { LineItem } from "./order.ts";
import { gramsOfVariant } from "./totals.ts";

/** A line item inside an order's payload. */
export function orderLinePayload(shop: ShopState, line: LineItem): JsonTree {
  return {
    ...lineItemPayload(shop, line, line.quantity),
    attributed_staffs: [],
    current_quantity: line.currentQuantity,
    sales_line_item_group_id: null,
  };
}

/** A line item inside a shipment's or refund's payload; `quantity` is the shipment's. */
export function lineItemPayload(shop: ShopState, line: LineItem, quantity: number) {
  return {
    id: BigInt(line.id),
    admin_graphql_api_id: gidOf("LineItem", line.id),
    fulfillable_quantity: Math.max(0, line.currentQuantity - line.fulfilledQuantity),
    fulfillment_service: "manual",
    fulfillment_status: statusOf(line),
    gift_card: false,
    grams: gramsOfVariant(shop, line),
    price: line.unitPrice,
    price_set: priceSet(line.unitPrice, shop.currency),
    properties: [],
    quantity,
    requires_shipping: true,
    taxable: true,
    total_discount: "0.00",
    total_discount_set: priceSet("0.00", shop.currency),
    ...variantPart(shop, line),
    tax_lines: [],
    duties: [],
    discount_allocations: [],
  };
}

function statusOf(line: LineItem): "fulfilled" | "partial" | null {
  if (line.fulfilledQuantity === 0) return null;
  return line.fulfilledQuantity >= line.currentQuantity ? "fulfilled" : "partial";
}

function variantPart(shop: ShopState, line: LineItem) {
  const variant = shop.variants.get(line.variantId);
  const product = shop.products.get(variant?.productId ?? "");
  if (variant === undefined || product === undefined) {
    throw new Error(`Line item ${line.id} sells nothing`);
  }
  return {
    name: `${product.title} - ${variant.title}`,
    product_exists: true,
    product_id: BigInt(product.id),
    sku: variant.sku,
    title: product.title,
    variant_id: BigInt(variant.id),
    variant_inventory_management: "shopify",
    variant_title: variant.title,
    vendor: product.vendor,
  };
}
