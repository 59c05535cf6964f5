import type { Tx } from "../db.server.ts";
import { inShop } from "../db.server.ts";
import type { Exception } from "../generated/prisma/client.ts";
import type { ShopContext } from "../shop-context.ts";

export const exceptionsPerPage = 50;

export interface ExceptionFilter {
  /** Empty: every queue. */
  readonly queue: string;
  readonly status: "open" | "resolved";
  readonly page: number;
}

export interface ExceptionRow {
  readonly exceptionId: string;
  readonly queue: string;
  readonly summary: string;
  readonly orderId: string | null;
  readonly orderName: string;
  readonly createdAt: string;
  readonly dueAt: string | null;
  readonly overdue: boolean;
  /** Who has marked it as known; empty while nobody has. */
  readonly assignee: string;
  readonly resolvedAt: string | null;
  readonly resolvedBy: string;
}

export interface ExceptionPage {
  readonly rows: readonly ExceptionRow[];
  readonly total: number;
  /** Open or resolved ones per queue, as the status asked for; queues without any are absent. */
  readonly counts: Readonly<Record<string, number>>;
  readonly timeZone: string;
  readonly now: string;
}

/** One page of exceptions: open ones most urgent first, then oldest; resolved ones newest first. */
export async function listExceptions(
  shop: ShopContext,
  filter: ExceptionFilter,
): Promise<ExceptionPage> {
  const now = shop.clock.now();
  return inShop(shop, async (tx) => {
    const { timeZone } = await tx.shop.findUniqueOrThrow({ where: { shopId: shop.shopId } });
    const exceptions = await tx.exception.findMany({
      where: { status: filter.status, ...(filter.queue ? { queue: filter.queue } : {}) },
      orderBy:
        filter.status === "open"
          ? [{ priority: "asc" }, { createdAt: "asc" }, { exceptionId: "asc" }]
          : [{ resolvedAt: "desc" }, { exceptionId: "desc" }],
      skip: (filter.page - 1) * exceptionsPerPage,
      take: exceptionsPerPage,
    });
    const counts = await countPerQueue(tx, filter.status);
    const total = filter.queue
      ? (counts[filter.queue] ?? 0)
      : Object.values(counts).reduce((sum, count) => sum + count, 0);
    const names = await readOrderNames(tx, exceptions);
    const rows = exceptions.map((exception) => toRow(exception, names, now));
    return { rows, total, counts, timeZone, now: now.toISOString() };
  });
}

async function countPerQueue(tx: Tx, status: string): Promise<Record<string, number>> {
  const groups = await tx.exception.groupBy({ by: ["queue"], where: { status }, _count: true });
  return Object.fromEntries(groups.map((group) => [group.queue, group._count]));
}

async function readOrderNames(tx: Tx, exceptions: readonly Exception[]) {
  const orderIds = exceptions.flatMap(({ orderId }) => (orderId ? [orderId] : []));
  const orders = await tx.order.findMany({
    where: { orderId: { in: orderIds } },
    select: { orderId: true, name: true },
  });
  return new Map(orders.map((order) => [order.orderId, order.name]));
}

function toRow(exception: Exception, names: ReadonlyMap<string, string>, now: Date): ExceptionRow {
  const { exceptionId, queue, summary, orderId, dueAt, assignee, resolvedBy } = exception;
  return {
    exceptionId,
    queue,
    summary,
    orderId,
    orderName: (orderId && names.get(orderId)) || "",
    createdAt: exception.createdAt.toISOString(),
    dueAt: dueAt?.toISOString() ?? null,
    overdue: exception.status === "open" && dueAt !== null && dueAt < now,
    resolvedAt: exception.resolvedAt?.toISOString() ?? null,
    assignee,
    resolvedBy,
  };
}
