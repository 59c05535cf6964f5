import { inShop } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { BulkOrder } from "#app/shopify/read-bulk-orders.server.ts";
import type { PastOrderFacts } from "./past-order-facts.ts";
import { writePastOrders } from "./write-past-orders.server.ts";

/** Stores orders as Shopify told them. Lines that nobody ships (gift cards) are left out. */
export async function storePastOrders(
  shop: ShopContext,
  orders: readonly BulkOrder[],
): Promise<void> {
  const rows = orders.flatMap(({ head, shippingCharged, lines }) => {
    const shipped = lines.filter(({ requiresShipping }) => requiresShipping);
    if (shipped.length === 0) return [];
    const facts: PastOrderFacts = {
      order: head,
      deliveryMethod: null,
      lines: shipped.map(({ requiresShipping: _, ...line }) => line),
    };
    const { id: orderId, name, cancelledAt } = head;
    return [{ orderId, name, placedAt: head.processedAt, cancelledAt, shippingCharged, facts }];
  });
  await inShop(shop, (tx) => writePastOrders(tx, shop, "shopify", rows));
}
