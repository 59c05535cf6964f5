import type { ShopContext } from "../shop-context.ts";
import { actOnTask } from "./act-on-task.server.ts";
import { claimTask } from "./claim-task.server.ts";
import { closeTaskAlarms } from "./close-task-alarms.server.ts";
import { noteTaskEvents } from "./note-task-event.server.ts";
import type { TaskOutcome } from "./task-outcome.ts";

export interface AcceptRequest {
  readonly taskId: string;
  /** The claim the screen showed. */
  readonly claim?: number;
  /** Take it from the colleague who accepted it; their claim dies. */
  readonly takeOver?: boolean;
}

/**
 * An associate takes a task. Of any number who try at once exactly one gets it, the others learn who
 * did. Shopify is told that work has begun, so that nobody moves the parcel from under their hands.
 */
export async function acceptTask(shop: ShopContext, request: AcceptRequest): Promise<TaskOutcome> {
  const { taskId, ...rest } = request;
  return actOnTask(shop, taskId, { act: "accept", ...rest }, async (tx, task) => {
    const claim = await claimTask(tx, shop, task);
    const units = task.units === 1 ? "1 unit" : `${task.units} units`;
    const message = task.acceptedBy
      ? `${shop.actor.name} took over from ${task.acceptedBy}.`
      : `${shop.actor.name} accepted ${units}.`;
    const { orderId, locationId } = task;
    const data = { taskId, locationId, claim };
    await noteTaskEvents(tx, shop, [{ orderId, kind: "task_accepted", message, data }]);
    await closeTaskAlarms(tx, shop, [taskId], `${shop.actor.name} accepted it.`);
    return { status: "accepted", claim };
  });
}
