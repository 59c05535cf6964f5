import { z } from "zod";
import { inShop } from "../../db.server.ts";
import type { Intent, PickTask, PickTaskLine } from "../../generated/prisma/client.ts";
import type { ShopContext } from "../../shop-context.ts";
import type { PickingIntentKind } from "../intend-effect.server.ts";
import type { TaskStatus } from "../task-status.ts";
import type { EffectTask, UnitsBefore } from "./effect-plan.ts";

/** An unsettled intent with everything its planning needs. */
export interface Effect {
  readonly intentId: string;
  readonly orderId: string;
  readonly kind: PickingIntentKind;
  readonly attempts: number;
  /** Sent before, and nobody knows what became of it. */
  readonly isOutcomeUnknown: boolean;
  readonly request: Intent["request"];
  readonly before: UnitsBefore | undefined;
  readonly task: EffectTask & Pick<PickTask, "orderName" | "trackingCompany" | "trackingNumber">;
  /** The order's other tasks at the same location. */
  readonly others: readonly EffectTask[];
  readonly store: string;
  readonly notifyCustomer: boolean;
}

const memory = z.object({ before: z.record(z.string(), z.number()).optional() });

/** Reads an intent as it stands; null when it is settled, unknown, or its task is gone. */
export async function loadEffect(shop: ShopContext, intentId: string): Promise<Effect | null> {
  const { shopId } = shop;
  return inShop(shop, async (tx) => {
    const intent = await tx.intent.findUnique({
      where: { shopId_intentId: { shopId, intentId } },
    });
    if (!intent || (intent.status !== "pending" && intent.status !== "sent")) return null;
    const tasks = await tx.pickTask.findMany({
      where: { shopId, orderId: intent.orderId },
      include: { lines: true },
    });
    const task = tasks.find(({ taskId }) => taskId === intent.taskId);
    if (!task) return null;
    const location = await tx.location.findUnique({
      where: { shopId_locationId: { shopId, locationId: task.locationId } },
    });
    const { notifyCustomer } = await tx.shop.findUniqueOrThrow({ where: { shopId } });
    const { orderId, attempts, request } = intent;
    return {
      intentId,
      orderId,
      kind: intent.kind as PickingIntentKind,
      attempts,
      isOutcomeUnknown: intent.status === "sent",
      request,
      before: memory.parse(request).before,
      task: { ...task, ...toEffectTask(task) },
      others: tasks
        .filter((other) => other !== task && other.locationId === task.locationId)
        .map(toEffectTask),
      store: location?.name ?? "a removed location",
      notifyCustomer,
    };
  });
}

function toEffectTask(task: PickTask & { lines: PickTaskLine[] }): EffectTask {
  return {
    locationId: task.locationId,
    status: task.status as TaskStatus,
    lines: task.lines
      .filter((line) => line.units > 0)
      .map(({ lineItemId, units }) => ({ lineItemId, units })),
  };
}
