import type { Tx } from "../db.server.ts";
import type { ShopContext } from "../shop-context.ts";
import { claimTask } from "./claim-task.server.ts";
import type { RejectedUnits } from "./rejected-units.ts";
import type { TaskStatus } from "./task-status.ts";

/**
 * Takes rejected units out of their task and lets go of the stock we held for them. A task with
 * nothing left is rejected; of an offered one the rest becomes accepted; otherwise it stays as it is.
 */
export async function takeUnitsOut(
  tx: Tx,
  shop: ShopContext,
  rejected: RejectedUnits,
): Promise<{ readonly status: TaskStatus; readonly claim: number }> {
  const { task, lines, isWhole, reason } = rejected;
  const { shopId, taskId } = task;
  for (const { line, units } of lines) {
    await tx.pickTaskLine.update({
      where: { shopId_taskId_lineItemId: { shopId, taskId, lineItemId: line.lineItemId } },
      data: { units: { decrement: units }, rejectedUnits: { increment: units } },
    });
    await releaseReserved(tx, shop, task, line.lineItemId, units);
  }
  const gone = lines.reduce((sum, { units }) => sum + units, 0);
  const where = { shopId_taskId: { shopId, taskId } };
  await tx.pickTask.update({ where, data: { units: { decrement: gone } } });
  if (!isWhole && task.status === "offered") {
    return { status: "accepted", claim: await claimTask(tx, shop, task) };
  }
  if (!isWhole) return { status: task.status as TaskStatus, claim: task.claim };
  const endedReason = `Rejected by ${shop.actor.name}: ${reason.label}`;
  await tx.pickTask.update({
    where,
    data: { status: "rejected", endedAt: shop.clock.now(), endedReason },
  });
  return { status: "rejected", claim: task.claim };
}

/** Reservations not yet reflected in Shopify shrink by the units the store does not have. */
async function releaseReserved(
  tx: Tx,
  shop: ShopContext,
  task: RejectedUnits["task"],
  lineItemId: string,
  units: number,
): Promise<void> {
  const { shopId, orderId, locationId } = task;
  const held = await tx.reservation.findMany({
    where: { shopId, orderId, locationId, lineItemId, status: "active" },
    orderBy: { reservationId: "asc" },
  });
  let left = units;
  for (const { reservationId, units: reserved } of held) {
    const freed = Math.min(left, reserved);
    if (freed === 0) return;
    left -= freed;
    const ended = { status: "released", endedAt: shop.clock.now() };
    await tx.reservation.update({
      where: { shopId_reservationId: { shopId, reservationId } },
      data: freed === reserved ? ended : { units: { decrement: freed } },
    });
  }
}
