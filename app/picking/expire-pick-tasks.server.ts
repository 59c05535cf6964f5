import type { Clock } from "../clock.ts";
import { systemClock } from "../clock.ts";
import type { Tx } from "../db.server.ts";
import { inShop } from "../db.server.ts";
import { raiseExceptions } from "../exceptions/raise-exception.server.ts";
import type { ShopContext } from "../shop-context.ts";
import { systemContext } from "../shop-context.ts";
import { alarmKeys } from "./alarm-keys.ts";
import { excludeOrder } from "./exclude-order.server.ts";
import { judgeAct } from "./judge-act.ts";
import type { LockedTask } from "./lock-task.server.ts";
import { lockTask } from "./lock-task.server.ts";
import { markForRouting } from "./mark-for-routing.server.ts";
import { noteTaskEvents } from "./note-task-event.server.ts";
import { readLocationName } from "./read-location-name.server.ts";

const tasksPerRun = 500;

/**
 * Job `expire-pick-tasks`: takes back offers whose deadline passed and has their orders routed again,
 * to another store. A pickup cannot move and an order that travelled too often should not: those
 * stay offered and a person is told, as of accepted tasks that are late. Safe to repeat.
 */
export async function expirePickTasks(
  { shopId }: { readonly shopId: string },
  clock: Clock = systemClock,
): Promise<void> {
  const shop = systemContext(shopId, clock);
  const late = await inShop(shop, (tx) => findLate(tx, shop));
  // One short transaction each: an associate accepting another task never waits for the sweep.
  for (const { taskId } of late) await inShop(shop, (tx) => settleLate(tx, shop, taskId));
}

/** Late tasks nobody was told about yet, oldest deadline first: what is told once is not told again. */
async function findLate(tx: Tx, { shopId, clock }: ShopContext): Promise<{ taskId: string }[]> {
  return tx.$queryRaw`
    select t.task_id as "taskId" from pick_tasks t
    where t.shop_id = ${shopId} and t.status in ('offered', 'accepted')
      and t.deadline_at <= ${clock.now()}
      and not exists (select from exceptions e where e.shop_id = ${shopId} and e.key =
        case t.status when 'offered' then 'not_accepted_in_time:' else 'late_pick:' end || t.task_id)
    order by t.deadline_at, t.task_id limit ${tasksPerRun}`;
}

async function settleLate(tx: Tx, shop: ShopContext, taskId: string): Promise<void> {
  const task = await lockTask(tx, shop, taskId);
  if (!task || task.deadlineAt > shop.clock.now()) return;
  const store = await readLocationName(tx, shop.shopId, task.locationId);
  if (task.status === "accepted") return announceLate(tx, shop, task, store);
  if (judgeAct(task, shop.actor, { act: "expire" }).kind !== "go") return;
  if (await mayMoveOn(tx, task)) return expire(tx, shop, task, store);
  await raiseExceptions(tx, shop, [
    {
      queue: "not_accepted_in_time",
      key: alarmKeys(taskId).notAccepted,
      orderId: task.orderId,
      locationId: task.locationId,
      summary: `${task.orderName}: ${store} has not accepted it in time.`,
      evidence: { taskId, store, deadlineAt: task.deadlineAt, deliveryMethod: task.deliveryMethod },
    },
  ]);
}

async function mayMoveOn(
  tx: Tx,
  { shopId, orderId, deliveryMethod }: LockedTask,
): Promise<boolean> {
  if (deliveryMethod === "pickup") return false;
  const { maxReroutes } = await tx.shop.findUniqueOrThrow({ where: { shopId } });
  const order = await tx.order.findUnique({ where: { shopId_orderId: { shopId, orderId } } });
  return order === null || order.reroutes < maxReroutes;
}

async function expire(tx: Tx, shop: ShopContext, task: LockedTask, store: string): Promise<void> {
  const { shopId, taskId, orderId, locationId } = task;
  const reason = "Not accepted in time";
  await tx.pickTask.update({
    where: { shopId_taskId: { shopId, taskId } },
    data: { status: "expired", endedAt: shop.clock.now(), endedReason: reason },
  });
  const message = `Taken back from ${store}: not accepted in time.`;
  const data = { taskId, locationId };
  await noteTaskEvents(tx, shop, [{ orderId, kind: "task_recalled", message, data }]);
  await excludeOrder(tx, shop, { orderId, locationId, reason });
  await markForRouting(tx, shop, orderId, `not accepted in time by ${store}`);
}

/** The associate has the goods in hand: nothing is taken away, but a person should call. */
async function announceLate(
  tx: Tx,
  shop: ShopContext,
  task: LockedTask,
  store: string,
): Promise<void> {
  const { acceptMinutes } = await tx.shop.findUniqueOrThrow({ where: { shopId: task.shopId } });
  const acceptedAt = task.acceptedAt ?? task.createdAt;
  if (shop.clock.now().getTime() < acceptedAt.getTime() + acceptMinutes * 60_000) return;
  const { taskId, orderId, orderName, locationId, acceptedBy } = task;
  await raiseExceptions(tx, shop, [
    {
      queue: "late_pick",
      key: alarmKeys(taskId).latePick,
      orderId,
      locationId,
      summary: `${orderName}: ${acceptedBy ?? "somebody"} at ${store} accepted it and has not packed it.`,
      evidence: { taskId, store, acceptedBy, acceptedAt, deadlineAt: task.deadlineAt },
    },
  ]);
}
