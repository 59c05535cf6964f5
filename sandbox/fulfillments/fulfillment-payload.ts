import { gidOf } from "../fulfillment-orders/payloads.ts";
import { lineItemPayload } from "../orders/line-item-payload.ts";
import { addressPayload } from "../orders/order-party-payloads.ts";
import type { ShopState } from "../shop/state.ts";
import type { JsonTree } from "../shop/write-json.ts";
import type { Fulfillment } from "./fulfillment.ts";

/** Body of fulfillments/create and update. */
export function fulfillmentPayload(shop: ShopState, fulfillment: Fulfillment): JsonTree {
  const order = shop.orders.get(fulfillment.orderId);
  const destination = order?.destination ?? null;
  const numbers = fulfillment.tracking.flatMap(({ number }) => number ?? []);
  const urls = fulfillment.tracking.flatMap(({ url }) => url ?? []);
  return {
    id: BigInt(fulfillment.id),
    order_id: BigInt(fulfillment.orderId),
    status: fulfillment.status,
    created_at: fulfillment.createdAt,
    service: "manual",
    updated_at: fulfillment.updatedAt,
    tracking_company: fulfillment.tracking[0]?.company ?? null,
    shipment_status: fulfillment.events.at(-1)?.status ?? null,
    location_id: BigInt(fulfillment.locationId),
    origin_address: null,
    email: order?.email ?? "",
    destination: destination === null ? null : addressPayload(destination),
    line_items: fulfillment.lines.flatMap(({ lineItemId, quantity }) => {
      const line = shop.lineItems.get(lineItemId);
      return line === undefined ? [] : [lineItemPayload(shop, line, quantity)];
    }),
    tracking_number: numbers[0] ?? null,
    tracking_numbers: numbers,
    tracking_url: urls[0] ?? null,
    tracking_urls: urls,
    receipt: {},
    name: fulfillment.name,
    admin_graphql_api_id: gidOf("Fulfillment", fulfillment.id),
  };
}
