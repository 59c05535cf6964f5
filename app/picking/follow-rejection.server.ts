import type { Tx } from "../db.server.ts";
import { raiseExceptions } from "../exceptions/raise-exception.server.ts";
import type { Queue } from "../exceptions/queues.ts";
import type { ShopContext } from "../shop-context.ts";
import { intendEffect } from "./intend-effect.server.ts";
import { judgeRejection } from "./judge-rejection.ts";
import { markForRouting } from "./mark-for-routing.server.ts";
import { noteTaskEvents } from "./note-task-event.server.ts";
import { readLocationName } from "./read-location-name.server.ts";
import type { RejectedUnits } from "./rejected-units.ts";
import { describeUnits } from "./rejected-units.ts";

/** Writes the rejection on the order's timeline and has the order routed again, or asks a person. */
export async function followRejection(
  tx: Tx,
  shop: ShopContext,
  rejected: RejectedUnits,
): Promise<void> {
  const { task, reason } = rejected;
  const { shopId, orderId } = task;
  const store = await readLocationName(tx, shopId, task.locationId);
  await noteRejection(tx, shop, rejected, store);
  const { maxReroutes } = await tx.shop.findUniqueOrThrow({ where: { shopId } });
  const order = await tx.order.findUnique({ where: { shopId_orderId: { shopId, orderId } } });
  const next = judgeRejection({
    deliveryMethod: task.deliveryMethod,
    reasonCode: reason.code,
    policy: reason.policy,
    reroutes: order?.reroutes ?? 0,
    maxReroutes,
  });
  if (next.kind === "route") return markForRouting(tx, shop, orderId, `rejected by ${store}`);
  await askPerson(tx, shop, rejected, next.queue, store);
}

async function noteRejection(
  tx: Tx,
  shop: ShopContext,
  { task, reason, note, clientActionId, lines, isWhole }: RejectedUnits,
  store: string,
): Promise<void> {
  const what = `${store} rejected ${describeUnits({ lines })}: ${reason.label}`;
  const { taskId, orderId, locationId } = task;
  await noteTaskEvents(tx, shop, [
    {
      orderId,
      kind: "task_rejected",
      message: note ? `${what} (${note}).` : `${what}.`,
      data: {
        taskId,
        locationId,
        clientActionId,
        reasonCode: reason.code,
        isWhole,
        lines: lines.map(({ line, units }) => ({ lineItemId: line.lineItemId, units })),
      },
    },
  ]);
}

async function askPerson(
  tx: Tx,
  shop: ShopContext,
  rejected: RejectedUnits,
  queue: Queue,
  store: string,
): Promise<void> {
  const { task, reason, note, isWhole } = rejected;
  const { orderId, orderName, locationId, taskId } = task;
  // Nobody works on it any more, so nothing should keep a person from moving it.
  if (isWhole && task.status !== "offered") {
    const key = `open:${taskId}:rejected`;
    await intendEffect(tx, shop, { task, kind: "open_progress", key });
  }
  await tx.order.updateMany({
    where: { shopId: task.shopId, orderId, status: { notIn: ["cancelled", "fulfilled"] } },
    data: { status: "exception" },
  });
  const units = describeUnits(rejected);
  const earlier = await tx.rejection.findMany({
    where: { shopId: task.shopId, orderId },
    orderBy: { at: "asc" },
    select: { locationId: true, lineItemId: true, units: true, reasonCode: true, note: true },
  });
  await raiseExceptions(tx, shop, [
    {
      queue,
      key: `${queue}:${orderId}`,
      orderId,
      locationId,
      summary: `${orderName}: ${store} rejected ${units} (${reason.label}).`,
      evidence: { store, reason: reason.label, note, rejections: earlier },
    },
  ]);
}
