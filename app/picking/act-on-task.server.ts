import type { Tx } from "../db.server.ts";
import { inShop } from "../db.server.ts";
import type { ShopContext } from "../shop-context.ts";
import type { ActRequest } from "./judge-act.ts";
import { judgeAct } from "./judge-act.ts";
import type { LockedTask } from "./lock-task.server.ts";
import { lockTask } from "./lock-task.server.ts";
import type { TaskDone, TaskOutcome } from "./task-outcome.ts";
import type { TaskStatus } from "./task-status.ts";

/** What an act does once it is known to be allowed; returns what the task is afterwards. */
export type TaskWork = (
  tx: Tx,
  task: LockedTask,
  next: TaskStatus,
) => Promise<{ readonly status: TaskStatus; readonly claim: number } | TaskOutcome>;

/** True when this very act was done before, however the task looks now. */
type WasDoneBefore = (tx: Tx, task: LockedTask) => Promise<boolean>;

/**
 * The frame of every act on a pick task: lock it, judge the act, do the work, in one transaction.
 * Unknown and foreign tasks are "not_found", repeats change nothing.
 */
export async function actOnTask(
  shop: ShopContext,
  taskId: string,
  request: ActRequest,
  work: TaskWork,
  wasDoneBefore: WasDoneBefore = async () => false,
): Promise<TaskOutcome> {
  return inShop(shop, async (tx) => {
    const task = await lockTask(tx, shop, taskId);
    if (!task) return { ok: false, because: "not_found" };
    if (await wasDoneBefore(tx, task)) return unchanged(task);
    const judgement = judgeAct(task, shop.actor, request);
    if (judgement.kind === "refused") return judgement.refusal;
    if (judgement.kind === "done_before") return unchanged(task);
    const result = await work(tx, task, judgement.next);
    return "ok" in result ? result : { ok: true, changed: true, ...result };
  });
}

/** The answer to a repeat. */
function unchanged(task: LockedTask): TaskDone {
  return { ok: true, changed: false, status: task.status as TaskStatus, claim: task.claim };
}
