import type { ShopContext } from "../shop-context.ts";
import { actOnTask } from "./act-on-task.server.ts";
import { closeTaskAlarms } from "./close-task-alarms.server.ts";
import { intendEffect } from "./intend-effect.server.ts";
import type { LockedTask } from "./lock-task.server.ts";
import { noteTaskEvents } from "./note-task-event.server.ts";
import type { TaskOutcome } from "./task-outcome.ts";

export interface PackRequest {
  readonly taskId: string;
  readonly claim?: number;
  readonly trackingCompany?: string;
  readonly trackingNumber?: string;
}

/**
 * The parcel is closed; a pickup order is ready and Shopify tells the customer so. The tracking
 * number may be given now or at hand-over.
 */
export async function packTask(shop: ShopContext, request: PackRequest): Promise<TaskOutcome> {
  const { taskId, claim, trackingCompany = "", trackingNumber = "" } = request;
  const act = { act: "pack", ...(claim === undefined ? {} : { claim }) } as const;
  return actOnTask(shop, taskId, act, async (tx, task) => {
    await tx.pickTask.update({
      where: { shopId_taskId: { shopId: task.shopId, taskId } },
      data: { status: "packed", packedAt: shop.clock.now(), trackingCompany, trackingNumber },
    });
    if (task.deliveryMethod === "pickup") {
      await intendEffect(tx, shop, { task, kind: "ready_for_pickup", key: `ready:${taskId}` });
    }
    await noteTaskEvents(tx, shop, [
      {
        orderId: task.orderId,
        kind: "task_packed",
        message: describePacked(shop.actor.name, task, trackingCompany, trackingNumber),
        data: { taskId, locationId: task.locationId },
      },
    ]);
    await closeTaskAlarms(tx, shop, [taskId], "The parcel is packed.");
    return { status: "packed", claim: task.claim };
  });
}

function describePacked(name: string, task: LockedTask, company: string, number: string): string {
  if (task.deliveryMethod === "pickup") return `${name} has the order ready for pickup.`;
  const tracking = [company, number].filter(Boolean).join(" ");
  return tracking ? `${name} packed the parcel, ${tracking}.` : `${name} packed the parcel.`;
}
