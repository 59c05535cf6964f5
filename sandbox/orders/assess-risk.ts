import { gidOf } from "../fulfillment-orders/payloads.ts";
import { actInShop, announce } from "../shop/events.ts";
import { nowIn } from "../shop/now.ts";
import type { Id, ShopState } from "../shop/state.ts";
import type { Order, RiskLevel } from "./order.ts";

/** Fraud analysis changes its mind about an order. Throws when there is no such order. */
export function assessRisk(shop: ShopState, orderId: Id, riskLevel: RiskLevel): Order {
  const order = shop.orders.get(orderId);
  if (order === undefined) throw new Error(`No order ${orderId}`);
  return actInShop(shop, () => {
    order.riskLevel = riskLevel;
    announce(shop, "orders/risk_assessment_changed", () => ({
      provider_id: null,
      provider_title: null,
      risk_level: riskLevel,
      created_at: nowIn(shop),
      // A string here, unlike in every other payload: so says Shopify's published schema.
      order_id: orderId,
      admin_graphql_api_order_id: gidOf("Order", orderId),
    }));
    return order;
  });
}
