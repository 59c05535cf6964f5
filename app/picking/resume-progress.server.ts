import type { Tx } from "../db.server.ts";
import type { ShopContext } from "../shop-context.ts";
import { intendProgress } from "./intend-progress.server.ts";
import { startedStatuses } from "./task-status.ts";

/**
 * Tells Shopify again that work on an order's accepted parcels has begun. Placing must stop the
 * reported progress of a fulfillment order to take units out of it; afterwards it calls this, in the
 * transaction that ends the placing.
 */
export async function resumeProgress(tx: Tx, shop: ShopContext, orderId: string): Promise<void> {
  const tasks = await tx.pickTask.findMany({
    where: { shopId: shop.shopId, orderId, status: { in: [...startedStatuses] } },
    orderBy: { taskId: "asc" },
  });
  for (const task of tasks) await intendProgress(tx, shop, task);
}
