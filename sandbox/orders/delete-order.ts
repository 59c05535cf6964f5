import { actInShop, announce } from "../shop/events.ts";
import type { Id, ShopState } from "../shop/state.ts";

/** Deletes a cancelled order and all that hangs on it, as the admin allows. Throws otherwise. */
export function deleteOrder(shop: ShopState, orderId: Id): void {
  const order = shop.orders.get(orderId);
  if (order === undefined) throw new Error(`No order ${orderId}`);
  if (order.cancelledAt === null) throw new Error("Only a cancelled order can be deleted");
  actInShop(shop, () => {
    for (const id of order.fulfillmentOrderIds) {
      for (const line of shop.fulfillmentOrders.get(id)?.lines ?? []) {
        shop.fulfillmentOrderLines.delete(line.id);
      }
      shop.fulfillmentOrders.delete(id);
    }
    for (const id of order.fulfillmentIds) shop.fulfillments.delete(id);
    for (const id of order.refundIds) shop.refunds.delete(id);
    for (const id of order.lineItemIds) shop.lineItems.delete(id);
    shop.orders.delete(orderId);
    announce(shop, "orders/delete", () => ({ id: BigInt(orderId) }));
  });
}
