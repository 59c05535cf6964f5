import type { Tx } from "../db.server.ts";
import { inShop } from "../db.server.ts";
import type { Prisma } from "../generated/prisma/client.ts";
import type { ShopContext } from "../shop-context.ts";
import type { TaskStatus } from "./task-status.ts";
import type { TaskView } from "./task-views.ts";
import { taskViewNames, taskViews } from "./task-views.ts";

export const tasksPerPage = 50;

export interface PickTaskFilter {
  readonly view: TaskView;
  /** Empty: every location. */
  readonly locationId: string;
  readonly page: number;
}

export interface PickTaskRow {
  readonly taskId: string;
  readonly orderId: string;
  readonly orderName: string;
  readonly locationName: string;
  readonly deliveryMethod: string;
  readonly status: TaskStatus;
  readonly units: number;
  readonly deadlineAt: string;
  readonly late: boolean;
  /** Who accepted it; empty while nobody has. */
  readonly acceptedBy: string;
  readonly endedAt: string | null;
  readonly endedReason: string;
}

export interface PickTaskPage {
  readonly rows: readonly PickTaskRow[];
  readonly total: number;
  readonly counts: Readonly<Record<TaskView, number>>;
  readonly locations: readonly { readonly id: string; readonly name: string }[];
  readonly timeZone: string;
  readonly now: string;
}

/**
 * One page of the shop's pick tasks: work still to do by deadline, ended work newest first. Counts
 * are of the chosen location, for every view.
 */
export async function listPickTasks(
  shop: ShopContext,
  filter: PickTaskFilter,
): Promise<PickTaskPage> {
  const now = shop.clock.now();
  return inShop(shop, async (tx) => {
    const { timeZone } = await tx.shop.findUniqueOrThrow({ where: { shopId: shop.shopId } });
    const locations = await listLocationNames(tx);
    const counts = await countViews(tx, filter.locationId, now);
    const tasks = await tx.pickTask.findMany({
      where: whereView(filter.view, filter.locationId, now),
      orderBy: orderOf(filter.view),
      skip: (filter.page - 1) * tasksPerPage,
      take: tasksPerPage,
    });
    const names = new Map(locations.map(({ id, name }) => [id, name]));
    const rows = tasks.map((task) => toRow(task, names, now));
    return {
      rows,
      total: counts[filter.view],
      counts,
      locations,
      timeZone,
      now: now.toISOString(),
    };
  });
}

async function listLocationNames(tx: Tx) {
  const rows = await tx.location.findMany({
    select: { locationId: true, name: true },
    orderBy: { name: "asc" },
  });
  return rows.map((row) => ({ id: row.locationId, name: row.name }));
}

function whereView(view: TaskView, locationId: string, now: Date): Prisma.PickTaskWhereInput {
  return {
    status: { in: [...taskViews[view]] },
    ...(view === "late" ? { deadlineAt: { lt: now } } : {}),
    ...(locationId ? { locationId } : {}),
  };
}

function orderOf(view: TaskView): Prisma.PickTaskOrderByWithRelationInput[] {
  const ended = view === "ended" || view === "completed";
  return ended
    ? [{ endedAt: "desc" }, { taskId: "desc" }]
    : [{ deadlineAt: "asc" }, { taskId: "asc" }];
}

async function countViews(tx: Tx, locationId: string, now: Date) {
  const groups = await tx.pickTask.groupBy({
    by: ["status"],
    where: locationId ? { locationId } : {},
    _count: true,
  });
  const late = await tx.pickTask.count({ where: whereView("late", locationId, now) });
  const perStatus = new Map(groups.map((group) => [group.status, group._count]));
  const count = (view: TaskView) =>
    view === "late"
      ? late
      : taskViews[view].reduce((sum, status) => sum + (perStatus.get(status) ?? 0), 0);
  return Object.fromEntries(taskViewNames.map((view) => [view, count(view)])) as Record<
    TaskView,
    number
  >;
}

function toRow(
  task: Prisma.PickTaskGetPayload<object>,
  names: ReadonlyMap<string, string>,
  now: Date,
): PickTaskRow {
  const waiting = task.status === "offered" || task.status === "accepted";
  return {
    taskId: task.taskId,
    orderId: task.orderId,
    orderName: task.orderName,
    locationName: names.get(task.locationId) ?? "Removed location",
    deliveryMethod: task.deliveryMethod,
    status: task.status as TaskStatus,
    units: task.units,
    deadlineAt: task.deadlineAt.toISOString(),
    late: waiting && task.deadlineAt < now,
    acceptedBy: task.acceptedBy ?? "",
    endedAt: task.endedAt?.toISOString() ?? null,
    endedReason: task.endedReason,
  };
}
