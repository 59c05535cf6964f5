import type { ShopContext } from "../shop-context.ts";
import { actOnTask } from "./act-on-task.server.ts";
import { intendEffect } from "./intend-effect.server.ts";
import type { LockedTask } from "./lock-task.server.ts";
import { noteTaskEvents } from "./note-task-event.server.ts";
import type { TaskOutcome } from "./task-outcome.ts";

export interface CompleteRequest {
  readonly taskId: string;
  readonly claim?: number;
  /** The carrier's driver or the customer who took it; may be empty for parcels. */
  readonly handedTo?: string;
  /** Overrides what was given at packing. */
  readonly trackingCompany?: string;
  readonly trackingNumber?: string;
}

/** The parcel left the store, or the customer has it: Shopify gets the fulfilment. */
export async function completeTask(
  shop: ShopContext,
  request: CompleteRequest,
): Promise<TaskOutcome> {
  const { taskId, claim, handedTo = "" } = request;
  const act = { act: "complete", ...(claim === undefined ? {} : { claim }) } as const;
  return actOnTask(shop, taskId, act, async (tx, task) => {
    const trackingCompany = request.trackingCompany || task.trackingCompany;
    const trackingNumber = request.trackingNumber || task.trackingNumber;
    const handedOver = describeHandOver(shop.actor.name, task);
    // The customer's name stays where it can be erased, and out of the append-only timeline.
    const endedReason = handedTo ? `${handedOver} to ${handedTo}` : handedOver;
    await tx.pickTask.update({
      where: { shopId_taskId: { shopId: task.shopId, taskId } },
      data: {
        status: "completed",
        endedAt: shop.clock.now(),
        endedReason,
        trackingCompany,
        trackingNumber,
      },
    });
    await intendEffect(tx, shop, { task, kind: "fulfil", key: `fulfil:${taskId}` });
    const { orderId, locationId } = task;
    const data = { taskId, locationId, trackingCompany, trackingNumber };
    const message = `${handedOver}.`;
    await noteTaskEvents(tx, shop, [{ orderId, kind: "task_completed", message, data }]);
    return { status: "completed", claim: task.claim };
  });
}

function describeHandOver(name: string, { deliveryMethod }: LockedTask): string {
  return `${name} handed over ${deliveryMethod === "pickup" ? "the order" : "the parcel"}`;
}
