import type { Tx } from "../db.server.ts";
import { enqueue } from "../queue/enqueue.server.ts";
import type { ShopContext } from "../shop-context.ts";

/** Has the order routed again, for a reason such as "rejected by Denver". */
export async function markForRouting(
  tx: Tx,
  shop: ShopContext,
  orderId: string,
  dirtyReason: string,
): Promise<void> {
  const { shopId } = shop;
  await tx.order.updateMany({
    where: { shopId, orderId },
    data: { dirtyAt: shop.clock.now(), dirtyReason, reroutes: { increment: 1 } },
  });
  await enqueue(tx, "route-orders", { shopId });
}
