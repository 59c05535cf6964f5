import { priceSet } from "../shop/money.ts";
import { gidOf } from "../fulfillment-orders/payloads.ts";
import type { ShopState } from "../shop/state.ts";
import type { JsonTree } from "../shop/write-json.ts";
import { addressPayload, customerPayload, shippingLinePayload } from "./order-party-payloads.ts";
import { orderLinePayload } from "./line-item-payload.ts";
import { shipmentPayload } from "../fulfillments/fulfillment-payload.ts";
import { refundPayload } from "../refunds/refund-payload.ts";
import { restFulfillmentStatus } from "./fulfillment-status.ts";
import type { Order } from "./order.ts";
import { gramsOf, lineItemsOf, subtotalOf, totalOf } from "./totals.ts";

/** Body of orders/create, updated, cancelled, paid, fulfilled: the REST order, no fulfillment orders. */
export function orderPayload(shop: ShopState, order: Order): JsonTree {
  return {
    ...identityPart(shop, order),
    ...statePart(shop, order),
    ...moneyPart(shop, order),
    ...partiesPart(shop, order),
  };
}

function identityPart(shop: ShopState, order: Order) {
  return {
    id: BigInt(order.id),
    admin_graphql_api_id: gidOf("Order", order.id),
    app_id: null,
    browser_ip: null,
    buyer_accepts_marketing: false,
    cart_token: null,
    checkout_token: null,
    client_details: null,
    confirmation_number: null,
    customer_locale: "en",
    device_id: null,
    landing_site: null,
    landing_site_ref: null,
    location_id: order.retailLocationId === null ? null : BigInt(order.retailLocationId),
    merchant_business_entity_id: "MTU0ODM4MDAwOQ",
    merchant_of_record_app_id: null,
    name: order.name,
    number: order.number - 1000,
    order_number: order.number,
    order_status_url: `https://${shop.domain}/orders/${order.number}`,
    po_number: null,
    reference: null,
    referring_site: null,
    source_identifier: null,
    source_name: order.sourceName,
    source_url: null,
    token: order.id,
    user_id: null,
  };
}

function statePart(shop: ShopState, order: Order) {
  return {
    cancel_reason: order.cancelReason,
    cancelled_at: order.cancelledAt,
    closed_at: order.closedAt,
    confirmed: true,
    contact_email: order.email,
    created_at: order.createdAt,
    email: order.email ?? "",
    estimated_taxes: false,
    financial_status: order.financialStatus,
    fulfillment_status: restFulfillmentStatus(shop, order),
    note: order.note,
    note_attributes: [],
    payment_gateway_names: ["bogus"],
    phone: null,
    processed_at: order.processedAt,
    tags: order.tags.join(", "),
    tax_exempt: false,
    tax_lines: [],
    taxes_included: false,
    test: order.test,
    total_weight: gramsOf(shop, order),
    updated_at: order.updatedAt,
    payment_terms: null,
  };
}

function moneyPart(shop: ShopState, order: Order) {
  const money = (amount: string) => priceSet(amount, shop.currency);
  const [subtotal, total] = [subtotalOf(shop, order), totalOf(shop, order)];
  const [currentSubtotal, currentTotal] = [
    subtotalOf(shop, order, true),
    totalOf(shop, order, true),
  ];
  const shipping = order.shippingLine?.price ?? "0.00";
  return {
    currency: shop.currency,
    presentment_currency: shop.currency,
    current_shipping_price_set: money(shipping),
    current_subtotal_price: currentSubtotal,
    current_subtotal_price_set: money(currentSubtotal),
    current_total_additional_fees_set: null,
    current_total_discounts: "0.00",
    current_total_discounts_set: money("0.00"),
    current_total_duties_set: null,
    current_total_price: currentTotal,
    current_total_price_set: money(currentTotal),
    current_total_tax: "0.00",
    current_total_tax_set: money("0.00"),
    discount_codes: [],
    duties_included: false,
    original_total_additional_fees_set: null,
    original_total_duties_set: null,
    subtotal_price: subtotal,
    subtotal_price_set: money(subtotal),
    total_cash_rounding_payment_adjustment_set: money("0.00"),
    total_cash_rounding_refund_adjustment_set: money("0.00"),
    total_discounts: "0.00",
    total_discounts_set: money("0.00"),
    total_line_items_price: subtotal,
    total_line_items_price_set: money(subtotal),
    total_outstanding: "0.00",
    total_price: total,
    total_price_set: money(total),
    total_shipping_price_set: money(shipping),
    total_tax: "0.00",
    total_tax_set: money("0.00"),
    total_tip_received: "0.00",
  };
}

function partiesPart(shop: ShopState, order: Order) {
  const address = order.destination === null ? null : addressPayload(order.destination);
  const fulfillments = order.fulfillmentIds.flatMap((id) => shop.fulfillments.get(id) ?? []);
  const refunds = order.refundIds.flatMap((id) => shop.refunds.get(id) ?? []);
  return {
    billing_address: address,
    customer: customerPayload(shop, order),
    discount_applications: [],
    fulfillments: fulfillments.map((fulfillment) => shipmentPayload(shop, fulfillment)),
    line_items: lineItemsOf(shop, order).map((line) => orderLinePayload(shop, line)),
    refunds: refunds.map((refund) => refundPayload(shop, refund)),
    shipping_address: address,
    shipping_lines:
      order.shippingLine === null ? [] : [shippingLinePayload(order.shippingLine, shop.currency)],
    returns: [],
    line_item_groups: [],
  };
}
