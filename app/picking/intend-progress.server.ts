import type { Tx } from "../db.server.ts";
import type { ShopContext } from "../shop-context.ts";
import type { NewIntent } from "./intend-effect.server.ts";
import { intendEffect } from "./intend-effect.server.ts";

/**
 * Intends to tell Shopify that work on a parcel has begun, which keeps others from moving it. A
 * report still on its way is enough. Reports are numbered: an accepted task given back and accepted
 * again is reported again.
 */
export async function intendProgress(
  tx: Tx,
  shop: ShopContext,
  task: NewIntent["task"],
): Promise<void> {
  const reports = await tx.intent.findMany({
    where: {
      shopId: shop.shopId,
      orderId: task.orderId,
      taskId: task.taskId,
      kind: "report_progress",
    },
    select: { status: true },
  });
  if (reports.some(({ status }) => status === "pending" || status === "sent")) return;
  const key = `progress:${task.taskId}:${reports.length + 1}`;
  await intendEffect(tx, shop, { task, kind: "report_progress", key });
}
