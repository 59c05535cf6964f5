import type { Tx } from "../db.server.ts";
import { inShop } from "../db.server.ts";
import type { Prisma } from "../generated/prisma/client.ts";
import type { ShopContext } from "../shop-context.ts";
import { ensureRejectionReasons } from "./ensure-rejection-reasons.server.ts";
import type { TaskStatus } from "./task-status.ts";
import { taskViews } from "./task-views.ts";

export interface StoreTask {
  readonly taskId: string;
  readonly orderName: string;
  readonly deliveryMethod: string;
  readonly status: TaskStatus;
  readonly units: number;
  readonly deadlineAt: string;
  readonly acceptedBy: string;
  readonly acceptedAt: string | null;
  /** True when the person asking is the one who accepted it. */
  readonly mine: boolean;
  /** Must come back with every write, so that an outdated screen cannot act. */
  readonly claim: number;
  readonly endedAt: string | null;
  readonly endedReason: string;
  /** Where the work went when it left this store; empty when nowhere yet. */
  readonly movedTo: readonly string[];
  /** An exception is open on its order: it does not move on by itself. */
  readonly needsManager: boolean;
  readonly tracking: string;
  readonly lines: readonly StoreTaskLine[];
  readonly reasons: readonly { readonly code: string; readonly label: string }[];
  readonly timeZone: string;
  readonly now: string;
}

export interface StoreTaskLine {
  readonly lineItemId: string;
  readonly title: string;
  readonly variantTitle: string;
  readonly sku: string;
  readonly imageUrl: string | null;
  readonly units: number;
  readonly rejectedUnits: number;
}

type TaskWithLines = Prisma.PickTaskGetPayload<{ include: { lines: true } }>;

/** One pick task of the associate's own location, or null: another store's task is not theirs to see. */
export async function showStoreTask(shop: ShopContext, taskId: string): Promise<StoreTask | null> {
  return inShop(shop, async (tx) => {
    const task = await tx.pickTask.findFirst({
      where: { taskId, locationId: shop.actor.locationId ?? "" },
      include: { lines: { orderBy: { lineItemId: "asc" } } },
    });
    if (!task) return null;
    const location = await tx.location.findFirst({ where: { locationId: task.locationId } });
    await ensureRejectionReasons(tx, shop.shopId);
    const reasons = await tx.rejectionReason.findMany({
      where: { active: true },
      select: { code: true, label: true },
      orderBy: [{ position: "asc" }, { code: "asc" }],
    });
    return {
      ...describeState(task, shop.actor.name),
      movedTo: task.endedAt ? await findWhereItWent(tx, task) : [],
      needsManager: (await countOpenExceptions(tx, task.orderId)) > 0,
      lines: await describeLines(tx, task),
      reasons,
      timeZone: location?.timeZone ?? "UTC",
      now: shop.clock.now().toISOString(),
    };
  });
}

function describeState(task: TaskWithLines, associate: string) {
  return {
    taskId: task.taskId,
    orderName: task.orderName,
    deliveryMethod: task.deliveryMethod,
    status: task.status as TaskStatus,
    units: task.units,
    deadlineAt: task.deadlineAt.toISOString(),
    acceptedBy: task.acceptedBy ?? "",
    acceptedAt: task.acceptedAt?.toISOString() ?? null,
    mine: task.acceptedBy === associate,
    claim: task.claim,
    endedAt: task.endedAt?.toISOString() ?? null,
    endedReason: task.endedReason,
    tracking: [task.trackingCompany, task.trackingNumber].filter(Boolean).join(" "),
  };
}

/** Variant titles live with the item, so that a renamed variant reads the same everywhere. */
async function describeLines(tx: Tx, task: TaskWithLines): Promise<StoreTaskLine[]> {
  const items = await tx.item.findMany({
    where: { inventoryItemId: { in: task.lines.map((line) => line.inventoryItemId) } },
    select: { inventoryItemId: true, variantTitle: true, imageUrl: true },
  });
  const byId = new Map(items.map((item) => [item.inventoryItemId, item]));
  return task.lines.map((line) => ({
    lineItemId: line.lineItemId,
    title: line.title,
    variantTitle: byId.get(line.inventoryItemId)?.variantTitle ?? "",
    sku: line.sku,
    imageUrl: line.imageUrl ?? byId.get(line.inventoryItemId)?.imageUrl ?? null,
    units: line.units,
    rejectedUnits: line.rejectedUnits,
  }));
}

async function countOpenExceptions(tx: Tx, orderId: string): Promise<number> {
  return tx.exception.count({ where: { orderId, status: "open" } });
}

/** Names of the locations that now have open tasks for the same order lines. */
async function findWhereItWent(tx: Tx, task: TaskWithLines): Promise<string[]> {
  const successors = await tx.pickTask.findMany({
    where: {
      orderId: task.orderId,
      taskId: { not: task.taskId },
      locationId: { not: task.locationId },
      status: { in: [...taskViews.open, ...taskViews.completed] },
      lines: { some: { lineItemId: { in: task.lines.map((line) => line.lineItemId) } } },
    },
    select: { locationId: true },
  });
  const locations = await tx.location.findMany({
    where: { locationId: { in: successors.map((row) => row.locationId) } },
    select: { name: true },
    orderBy: { name: "asc" },
  });
  return locations.map((location) => location.name);
}
