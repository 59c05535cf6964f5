import type { Tx } from "#app/db.server.ts";
import type { TaskStatus } from "#app/picking/task-status.ts";
import { isStarted, liveStatuses } from "#app/picking/task-status.ts";
import type { RememberedTask } from "./internal/batch-world.ts";

export interface TasksByOrder {
  /** Somebody still has work to do. */
  readonly live: ReadonlyMap<string, RememberedTask[]>;
  /** Handed over, but Shopify may not know of the fulfilment yet. */
  readonly handedOver: ReadonlyMap<string, RememberedTask[]>;
}

/** The tasks that hold units of some orders in place, by order id. */
export async function loadTasks(
  tx: Tx,
  shopId: string,
  orderIds: readonly string[],
): Promise<TasksByOrder> {
  const handedOverIds = await listHandedOver(tx, shopId, orderIds);
  const rows = await tx.pickTask.findMany({
    where: {
      shopId,
      orderId: { in: [...orderIds] },
      OR: [
        { status: { in: [...liveStatuses] } },
        { status: "completed", taskId: { in: handedOverIds } },
      ],
    },
    include: { lines: true },
    orderBy: { taskId: "asc" },
  });
  const tasks = rows.map(({ orderId: id, lines, status, ...row }) => ({
    orderId: id,
    status,
    task: {
      taskId: row.taskId,
      decisionId: row.decisionId,
      locationId: row.locationId,
      isStarted: isStarted(status as TaskStatus),
      lines: lines.map(({ lineItemId, units }) => ({
        lineItemId,
        locationId: row.locationId,
        units,
      })),
    },
  }));
  return {
    live: byOrder(tasks.filter(({ status }) => status !== "completed")),
    handedOver: byOrder(tasks.filter(({ status }) => status === "completed")),
  };
}

/** Tasks whose fulfilment is intended but not yet known to be done. */
async function listHandedOver(tx: Tx, shopId: string, orderIds: readonly string[]) {
  const unsettled = await tx.intent.findMany({
    where: {
      shopId,
      orderId: { in: [...orderIds] },
      kind: "fulfil",
      status: { in: ["pending", "sent"] },
    },
    select: { taskId: true },
  });
  return unsettled.flatMap(({ taskId }) => taskId ?? []);
}

function byOrder(rows: readonly { readonly orderId: string; readonly task: RememberedTask }[]) {
  const grouped = new Map<string, RememberedTask[]>();
  for (const { orderId, task } of rows) {
    grouped.set(orderId, [...(grouped.get(orderId) ?? []), task]);
  }
  return grouped;
}
