import type { ShopContext } from "../shop-context.ts";
import { actOnTask } from "./act-on-task.server.ts";
import { intendEffect } from "./intend-effect.server.ts";
import { noteTaskEvents } from "./note-task-event.server.ts";
import type { TaskOutcome } from "./task-outcome.ts";

/**
 * An associate gives an accepted task back to the store's queue: a colleague may take it, and the
 * deadline runs on. Shopify is told that work has stopped.
 */
export async function releaseTask(
  shop: ShopContext,
  request: { readonly taskId: string; readonly claim?: number },
): Promise<TaskOutcome> {
  const { taskId, ...rest } = request;
  return actOnTask(shop, taskId, { act: "release", ...rest }, async (tx, task) => {
    const claim = task.claim + 1;
    await tx.pickTask.update({
      where: { shopId_taskId: { shopId: task.shopId, taskId } },
      data: { status: "offered", claim, acceptedBy: null, acceptedAt: null },
    });
    await intendEffect(tx, shop, { task, kind: "open_progress", key: `open:${taskId}:${claim}` });
    const { orderId, locationId } = task;
    const message = `${shop.actor.name} gave the task back to the store's queue.`;
    const data = { taskId, locationId };
    await noteTaskEvents(tx, shop, [{ orderId, kind: "task_offered", message, data }]);
    return { status: "offered", claim };
  });
}
