import { announceOnce } from "../shop/events.ts";
import { nowIn } from "../shop/now.ts";
import type { ShopState } from "../shop/state.ts";
import type { Order } from "./order.ts";
import { orderPayload } from "./order-payload.ts";

/** Marks an order as changed and announces orders/updated, once per action. */
export function touchOrder(shop: ShopState, order: Order): void {
  order.updatedAt = nowIn(shop);
  announceOnce(shop, "orders/updated", order.id, () => orderPayload(shop, order));
}
