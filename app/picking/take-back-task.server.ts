import type { ShopContext } from "../shop-context.ts";
import { actOnTask } from "./act-on-task.server.ts";
import { closeTaskAlarms } from "./close-task-alarms.server.ts";
import { excludeOrder } from "./exclude-order.server.ts";
import { markForRouting } from "./mark-for-routing.server.ts";
import { noteTaskEvents } from "./note-task-event.server.ts";
import { readLocationName } from "./read-location-name.server.ts";
import type { TaskOutcome } from "./task-outcome.ts";

/**
 * A manager takes a task away from a store, with a reason, and has its order routed again, not to
 * this store. To store roles every task is "not_found" here.
 */
export async function takeBackTask(
  shop: ShopContext,
  request: { readonly taskId: string; readonly reason: string },
): Promise<TaskOutcome> {
  const { taskId, reason } = request;
  const { role, name } = shop.actor;
  if (role === "associate" || role === "store_manager") return { ok: false, because: "not_found" };
  return actOnTask(shop, taskId, { act: "recall" }, async (tx, task) => {
    const { shopId, orderId, locationId } = task;
    const at = shop.clock.now();
    const endedReason = `Taken back by ${name}: ${reason}`;
    await tx.pickTask.update({
      where: { shopId_taskId: { shopId, taskId } },
      data: { status: "recalled", endedAt: at, endedReason },
    });
    const store = await readLocationName(tx, shopId, locationId);
    const data = { taskId, locationId };
    await noteTaskEvents(tx, shop, [
      { orderId, kind: "task_recalled", message: `${endedReason} (${store}).`, data },
    ]);
    const audited = {
      shopId,
      at,
      actor: name,
      action: "task_taken_back",
      subject: `task ${taskId}`,
    };
    await tx.auditEntry.create({ data: { ...audited, detail: { orderId, locationId, reason } } });
    await excludeOrder(tx, shop, { orderId, locationId, reason: endedReason });
    await closeTaskAlarms(tx, shop, [taskId], `${endedReason}.`);
    await markForRouting(tx, shop, orderId, `taken back from ${store}`);
    return { status: "recalled", claim: task.claim };
  });
}
