import type { Tx } from "../db.server.ts";
import type { Prisma } from "../generated/prisma/client.ts";
import type { ShopContext } from "../shop-context.ts";
import { ensureRejectionReasons } from "./ensure-rejection-reasons.server.ts";
import { noteTaskEvents } from "./note-task-event.server.ts";
import { readLocationName } from "./read-location-name.server.ts";

export interface NewTask {
  readonly orderId: string;
  readonly orderName: string;
  readonly decisionId: string;
  readonly locationId: string;
  /** shipping, pickup or local. */
  readonly deliveryMethod: string;
  /** When the offer is taken back unless somebody accepted. */
  readonly deadlineAt: Date;
  readonly lines: readonly NewTaskLine[];
}

export interface NewTaskLine {
  readonly lineItemId: string;
  readonly inventoryItemId: string;
  readonly sku: string;
  readonly title: string;
  readonly imageUrl: string | null;
  readonly units: number;
}

/**
 * Offers parcels to their stores in the caller's transaction, which has the orders locked. A parcel
 * whose decision has, or had, a task at that location is left alone: placing may be repeated, and what
 * a store rejected is not offered to it again.
 * Returns the ids of the new tasks.
 */
export async function offerTasks(
  tx: Tx,
  shop: ShopContext,
  tasks: readonly NewTask[],
): Promise<string[]> {
  if (tasks.length === 0) return [];
  await ensureRejectionReasons(tx, shop.shopId);
  const missing = await dropOffered(tx, shop.shopId, tasks);
  const offered: string[] = [];
  for (const task of missing) offered.push(await offerTask(tx, shop, task));
  return offered;
}

async function dropOffered(tx: Tx, shopId: string, tasks: readonly NewTask[]): Promise<NewTask[]> {
  const offered = await tx.pickTask.findMany({
    where: { shopId, orderId: { in: tasks.map((task) => task.orderId) } },
    select: { orderId: true, decisionId: true, locationId: true },
  });
  const known = new Set(offered.map(parcelKey));
  return tasks.filter((task) => task.lines.length > 0 && !known.has(parcelKey(task)));
}

function parcelKey(task: { orderId: string; decisionId: string; locationId: string }): string {
  return `${task.orderId}/${task.decisionId}/${task.locationId}`;
}

async function offerTask(tx: Tx, shop: ShopContext, task: NewTask): Promise<string> {
  const { shopId } = shop;
  const { lines, ...facts } = task;
  const units = lines.reduce((sum, line) => sum + line.units, 0);
  const createdAt = shop.clock.now();
  const { taskId } = await tx.pickTask.create({ data: { shopId, ...facts, units, createdAt } });
  await tx.pickTaskLine.createMany({ data: lines.map((line) => toLine(shopId, taskId, line)) });
  const { orderId, locationId } = task;
  const store = await readLocationName(tx, shopId, locationId);
  const message = `Offered to ${store}: ${units} ${units === 1 ? "unit" : "units"}.`;
  const data = { taskId, locationId, deadlineAt: task.deadlineAt.toISOString() };
  await noteTaskEvents(tx, shop, [{ orderId, kind: "task_offered", message, data }]);
  return taskId;
}

function toLine(
  shopId: string,
  taskId: string,
  line: NewTaskLine,
): Prisma.PickTaskLineCreateManyInput {
  const { lineItemId, inventoryItemId, sku, title, imageUrl, units } = line;
  return { shopId, taskId, lineItemId, inventoryItemId, sku, title, imageUrl, units };
}
