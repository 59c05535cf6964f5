import { isPausedAt } from "../locations/is-paused-at.ts";
import type { Tx } from "../db.server.ts";
import { inShop } from "../db.server.ts";
import type { Prisma } from "../generated/prisma/client.ts";
import type { ShopContext } from "../shop-context.ts";
import { taskViews } from "./task-views.ts";

const tasksShown = 100;
const linesShown = 3;

export interface StoreQueue {
  readonly locationName: string;
  readonly timeZone: string;
  readonly paused: boolean;
  readonly associate: string;
  readonly now: string;
  /** Nearest deadline first; at most 100. */
  readonly tasks: readonly QueuedTask[];
  readonly total: number;
}

export interface QueuedTask {
  readonly taskId: string;
  readonly orderName: string;
  readonly deliveryMethod: string;
  readonly status: "offered" | "accepted" | "packed";
  readonly acceptedBy: string;
  readonly units: number;
  readonly deadlineAt: string;
  /** The first lines only, each named with its variant: "Wool Socks / M". */
  readonly lines: readonly { readonly title: string; readonly units: number }[];
  readonly moreLines: number;
}

/** The work of the one location an associate's device is enrolled for. */
export async function showStoreQueue(shop: ShopContext): Promise<StoreQueue> {
  const locationId = shop.actor.locationId ?? "";
  const where = { locationId, status: { in: [...taskViews.open] } };
  return inShop(shop, async (tx) => {
    const location = await tx.location.findFirst({ where: { locationId } });
    const total = await tx.pickTask.count({ where });
    const tasks = await tx.pickTask.findMany({
      where,
      include: { lines: { orderBy: { lineItemId: "asc" } } },
      orderBy: [{ deadlineAt: "asc" }, { taskId: "asc" }],
      take: tasksShown,
    });
    const variants = await readVariants(tx, tasks);
    return {
      locationName: location?.name ?? "This store",
      timeZone: location?.timeZone ?? "UTC",
      paused: location ? isPausedAt(location, shop.clock.now()) : false,
      associate: shop.actor.name,
      now: shop.clock.now().toISOString(),
      tasks: tasks.map((task) => toQueuedTask(task, variants)),
      total,
    };
  });
}

type TaskWithLines = Prisma.PickTaskGetPayload<{ include: { lines: true } }>;

/** Variant titles by inventory item id: of two sizes, only this tells which one to fetch. */
async function readVariants(tx: Tx, tasks: readonly TaskWithLines[]) {
  const ids = tasks.flatMap(({ lines }) => lines.map((line) => line.inventoryItemId));
  const items = await tx.item.findMany({
    where: { inventoryItemId: { in: [...new Set(ids)] } },
    select: { inventoryItemId: true, variantTitle: true },
  });
  return new Map(items.map((item) => [item.inventoryItemId, item.variantTitle]));
}

function toQueuedTask(task: TaskWithLines, variants: ReadonlyMap<string, string>): QueuedTask {
  const lines = task.lines.filter((line) => line.units > 0);
  return {
    taskId: task.taskId,
    orderName: task.orderName,
    deliveryMethod: task.deliveryMethod,
    status: task.status as QueuedTask["status"],
    acceptedBy: task.acceptedBy ?? "",
    units: task.units,
    deadlineAt: task.deadlineAt.toISOString(),
    lines: lines.slice(0, linesShown).map(({ title, inventoryItemId, units }) => ({
      title: [title, variants.get(inventoryItemId)].filter(Boolean).join(" / "),
      units,
    })),
    moreLines: Math.max(0, lines.length - linesShown),
  };
}
