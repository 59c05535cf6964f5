import type { Tx } from "../db.server.ts";
import type { ShopContext } from "../shop-context.ts";
import type { TaskWork } from "./act-on-task.server.ts";
import { actOnTask } from "./act-on-task.server.ts";
import type { UnitsOfLine } from "./choose-rejected-lines.ts";
import { chooseRejectedLines } from "./choose-rejected-lines.ts";
import { closeTaskAlarms } from "./close-task-alarms.server.ts";
import { ensureRejectionReasons } from "./ensure-rejection-reasons.server.ts";
import { followRejection } from "./follow-rejection.server.ts";
import type { LockedTask } from "./lock-task.server.ts";
import type { RejectedUnits } from "./rejected-units.ts";
import { storeRejection } from "./store-rejection.server.ts";
import { takeUnitsOut } from "./take-units-out.server.ts";
import type { TaskOutcome } from "./task-outcome.ts";

export interface RejectRequest {
  readonly taskId: string;
  readonly claim?: number;
  /** Made by the client, one per press of the button: a repeat of it changes nothing. */
  readonly clientActionId: string;
  readonly reasonCode: string;
  readonly note?: string;
  /** Without it, everything that is left. */
  readonly lines?: readonly UnitsOfLine[];
}

/**
 * A store rejects a task, a line or some units: they leave the task, the stock in Shopify is
 * corrected as the reason says, the store is not offered this order again, and the order is routed
 * again or lands with a person. Rejecting part of an offered task accepts the rest, because the
 * associate has it in hand.
 */
export async function rejectTask(shop: ShopContext, request: RejectRequest): Promise<TaskOutcome> {
  const { taskId, claim } = request;
  const act = { act: "reject", ...(claim === undefined ? {} : { claim }) } as const;
  // A repeat of a partial rejection finds the claim moved on: it is answered before it is judged.
  return actOnTask(
    shop,
    taskId,
    act,
    (tx, task) => rejectLocked(tx, shop, task, request),
    (tx, task) => wasDoneBefore(tx, task, request.clientActionId),
  );
}

async function rejectLocked(
  tx: Tx,
  shop: ShopContext,
  task: LockedTask,
  request: RejectRequest,
): ReturnType<TaskWork> {
  await ensureRejectionReasons(tx, shop.shopId);
  const reason = await tx.rejectionReason.findFirst({
    where: { shopId: shop.shopId, code: request.reasonCode, active: true },
  });
  if (!reason) return invalid("reasonCode", "Choose a reason from the list.");
  const chosen = chooseRejectedLines(task.lines, request.lines);
  if (!chosen.ok) return invalid("lines", chosen.problem);
  const { clientActionId, note = "" } = request;
  const rejected: RejectedUnits = {
    task,
    reason,
    note: note.slice(0, 500),
    clientActionId,
    ...chosen,
  };
  const state = await takeUnitsOut(tx, shop, rejected);
  await storeRejection(tx, shop, rejected);
  await followRejection(tx, shop, rejected);
  await closeTaskAlarms(tx, shop, [task.taskId], `${shop.actor.name} rejected it.`);
  return state;
}

/** The timeline remembers every rejection by the id its client gave it. */
async function wasDoneBefore(tx: Tx, task: LockedTask, clientActionId: string): Promise<boolean> {
  const event = await tx.orderEvent.findFirst({
    where: {
      shopId: task.shopId,
      orderId: task.orderId,
      kind: "task_rejected",
      data: { path: ["clientActionId"], equals: clientActionId },
    },
    select: { eventId: true },
  });
  return event !== null;
}

function invalid(field: "reasonCode" | "lines", problem: string): TaskOutcome {
  return { ok: false, because: "invalid", field, problem };
}
