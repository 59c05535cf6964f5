import type { Order } from "#sandbox/orders/order.ts";
import type { ShopState } from "#sandbox/shop/state.ts";

/** Orders placed since the shop was made; its past ones were shipped before the app came. */
export function listLiveOrders(shop: ShopState): Order[] {
  const opened = Date.parse(shop.createdAt);
  return [...shop.orders.values()].filter(({ createdAt }) => Date.parse(createdAt) >= opened);
}
