import type { Tx } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { noteOrdersChanged } from "./note-orders-changed.server.ts";

/** Shopify makes fulfillment orders within seconds; what has none after a day never gets any. */
const WAIT_MS = 24 * 3_600_000;

/**
 * Has young orders that still wait for their fulfillment orders read again. Making those does not
 * change when the order was updated, so that comparing times cannot find a webhook lost here.
 */
export async function noteWaitingOrders(tx: Tx, shop: ShopContext): Promise<void> {
  const since = new Date(shop.clock.now().getTime() - WAIT_MS);
  const waiting = await tx.order.findMany({
    where: {
      shopId: shop.shopId,
      status: { in: ["new", "waiting"] },
      dirtyAt: null,
      createdAt: { gte: since },
    },
    select: { orderId: true },
  });
  const reason = "still waiting for Shopify";
  await noteOrdersChanged(
    tx,
    shop,
    waiting.map(({ orderId }) => ({ orderId, reason })),
  );
}
