import { gidOf } from "../fulfillment-orders/payloads.ts";
import { lineItemPayload } from "../orders/line-item-payload.ts";
import { addressPayload } from "../orders/order-party-payloads.ts";
import type { ShopState } from "../shop/state.ts";
import type { JsonTree } from "../shop/write-json.ts";
import type { Fulfillment } from "./fulfillment.ts";

/** Body of fulfillments/create and update. */
export function fulfillmentPayload(shop: ShopState, fulfillment: Fulfillment): JsonTree {
  return { ...shipmentPayload(shop, fulfillment), ...customerPart(shop, fulfillment) };
}

/** A shipment inside an order's payload, which names its customer itself. */
export function shipmentPayload(shop: ShopState, fulfillment: Fulfillment) {
  return {
    id: BigInt(fulfillment.id),
    order_id: BigInt(fulfillment.orderId),
    status: fulfillment.status,
    created_at: fulfillment.createdAt,
    service: "manual",
    updated_at: fulfillment.updatedAt,
    shipment_status: fulfillment.events.at(-1)?.status.toLowerCase() ?? null,
    location_id: BigInt(fulfillment.locationId),
    origin_address: null,
    line_items: fulfillment.lines.flatMap(({ lineItemId, quantity }) => {
      const line = shop.lineItems.get(lineItemId);
      return line === undefined ? [] : [lineItemPayload(shop, line, quantity)];
    }),
    ...trackingPart(fulfillment),
    receipt: {},
    name: fulfillment.name,
    admin_graphql_api_id: gidOf("Fulfillment", fulfillment.id),
  };
}

function customerPart(shop: ShopState, { orderId }: Fulfillment) {
  const order = shop.orders.get(orderId);
  const destination = order?.destination ?? null;
  return {
    email: order?.email ?? "",
    destination: destination === null ? null : addressPayload(destination),
  };
}

function trackingPart({ tracking }: Fulfillment) {
  const numbers = tracking.flatMap(({ number }) => number ?? []);
  const urls = tracking.flatMap(({ url }) => url ?? []);
  return {
    tracking_company: tracking[0]?.company ?? null,
    tracking_number: numbers[0] ?? null,
    tracking_numbers: numbers,
    tracking_url: urls[0] ?? null,
    tracking_urls: urls,
  };
}
