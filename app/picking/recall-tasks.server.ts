import type { Tx } from "../db.server.ts";
import type { ShopContext } from "../shop-context.ts";
import { closeTaskAlarms } from "./close-task-alarms.server.ts";
import { noteTaskEvents } from "./note-task-event.server.ts";
import { readLocationName } from "./read-location-name.server.ts";
import { liveStatuses } from "./task-status.ts";

/**
 * Takes back an order's live tasks that a new plan, a hold or a cancellation makes pointless, except
 * those to keep; packed ones too unless kept. `reason` is what the store reads, such as "the order
 * was cancelled". In the caller's transaction, which has the order locked. Returns the recalled ids;
 * a repeat finds none.
 */
export async function recallTasks(
  tx: Tx,
  shop: ShopContext,
  orderId: string,
  keepTaskIds: readonly string[],
  reason: string,
): Promise<string[]> {
  const { shopId } = shop;
  const recalled = await tx.pickTask.updateManyAndReturn({
    where: {
      shopId,
      orderId,
      taskId: { notIn: [...keepTaskIds] },
      status: { in: [...liveStatuses] },
    },
    data: { status: "recalled", endedAt: shop.clock.now(), endedReason: reason },
    select: { taskId: true, locationId: true },
  });
  for (const { taskId, locationId } of recalled) {
    const store = await readLocationName(tx, shopId, locationId);
    const message = `Taken back from ${store}: ${reason}.`;
    const data = { taskId, locationId };
    await noteTaskEvents(tx, shop, [{ orderId, kind: "task_recalled", message, data }]);
  }
  const taskIds = recalled.map((task) => task.taskId);
  if (taskIds.length > 0) await closeTaskAlarms(tx, shop, taskIds, `Taken back: ${reason}.`);
  return taskIds;
}
