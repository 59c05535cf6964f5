import { gidOf } from "../fulfillment-orders/payloads.ts";
import { lineItemPayload } from "../orders/line-item-payload.ts";
import { centsOf, moneyOf, priceSet } from "../shop/money.ts";
import type { ShopState } from "../shop/state.ts";
import type { JsonTree } from "../shop/write-json.ts";
import type { Refund, RefundLine } from "./refund.ts";

/** Body of refunds/create. */
export function refundPayload(shop: ShopState, refund: Refund): JsonTree {
  return {
    id: BigInt(refund.id),
    order_id: BigInt(refund.orderId),
    created_at: refund.createdAt,
    note: refund.note,
    user_id: null,
    processed_at: refund.createdAt,
    duties: [],
    total_duties_set: priceSet("0.00", shop.currency),
    return: null,
    refund_shipping_lines: [],
    restock: refund.lines.some(({ restockType }) => restockType !== "no_restock"),
    admin_graphql_api_id: gidOf("Refund", refund.id),
    order_adjustments: [],
    refund_line_items: refund.lines.map((line) => refundLinePayload(shop, line)),
    transactions: [],
  };
}

function refundLinePayload(shop: ShopState, refunded: RefundLine): JsonTree {
  const line = shop.lineItems.get(refunded.lineItemId);
  if (line === undefined) throw new Error(`No line item ${refunded.lineItemId}`);
  const subtotal = moneyOf(centsOf(line.unitPrice) * refunded.quantity);
  return {
    id: BigInt(refunded.id),
    quantity: refunded.quantity,
    line_item_id: BigInt(refunded.lineItemId),
    location_id: refunded.locationId === null ? null : BigInt(refunded.locationId),
    restock_type: refunded.restockType,
    subtotal: Number(subtotal),
    total_tax: 0,
    subtotal_set: priceSet(subtotal, shop.currency),
    total_tax_set: priceSet("0.00", shop.currency),
    line_item: lineItemPayload(shop, line, line.quantity),
  };
}
