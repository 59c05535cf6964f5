import type { Order } from "#sandbox/orders/order.ts";
import type { ShopState } from "#sandbox/shop/state.ts";
import type { JsonTree } from "#sandbox/shop/write-json.ts";
import { Refusal } from "../http/refusal.ts";
import type { Sandbox } from "../sandbox.ts";
import { announceToApp } from "./announce-to-app.ts";

export type ComplianceTopic = "customers/data_request" | "customers/redact" | "shop/redact";

/**
 * Sends one of the three compliance webhooks. The customer ones are about the customer of an order.
 *
 * @throws Refusal 404 when that order, or its customer, does not exist.
 */
export function requestPrivacy(
  sandbox: Sandbox,
  shop: ShopState,
  request: { topic: ComplianceTopic; orderId?: string | undefined },
): void {
  const identity = { shop_id: BigInt(shop.id), shop_domain: shop.domain };
  const payload =
    request.topic === "shop/redact"
      ? identity
      : { ...identity, ...aboutCustomer(shop, request.topic, request.orderId) };
  announceToApp(sandbox, shop, request.topic, payload);
}

function aboutCustomer(
  shop: ShopState,
  topic: ComplianceTopic,
  orderId: string | undefined,
): { [key: string]: JsonTree } {
  const customer = shop.orders.get(orderId ?? "")?.customer;
  if (!customer) throw new Refusal(404, `No order ${orderId ?? ""} with a customer.`);
  const orders = [...shop.orders.values()].filter((order) => order.customer?.id === customer.id);
  const subject = { id: BigInt(customer.id), email: customer.email, phone: null };
  return topic === "customers/redact"
    ? { customer: subject, orders_to_redact: idsOf(orders) }
    : { customer: subject, orders_requested: idsOf(orders), data_request: { id: 9_999 } };
}

function idsOf(orders: readonly Order[]): bigint[] {
  return orders.map((order) => BigInt(order.id));
}
