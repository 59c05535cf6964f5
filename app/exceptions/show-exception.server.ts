import type { Tx } from "../db.server.ts";
import { inShop } from "../db.server.ts";
import type { Exception } from "../generated/prisma/client.ts";
import type { ShopContext } from "../shop-context.ts";
import { describeWakeUp } from "./describe-wake-up.ts";
import { nameEvidence } from "./name-evidence.server.ts";
import type { Evidence } from "./read-evidence.ts";
import { readEvidence } from "./read-evidence.ts";

const attemptsShown = 12;

export interface ExceptionDetails {
  readonly exceptionId: string;
  readonly queue: string;
  readonly status: "open" | "resolved";
  readonly summary: string;
  readonly order: { readonly id: string; readonly name: string } | null;
  readonly locationName: string;
  readonly createdAt: string;
  readonly dueAt: string | null;
  readonly overdue: boolean;
  readonly assignee: string;
  readonly note: string;
  readonly resolvedAt: string | null;
  readonly resolvedBy: string;
  readonly resolution: string;
  readonly actions: readonly string[];
  readonly evidence: Evidence;
  /** Events in words; any of them makes Backroom try again by itself. */
  readonly wakesOn: readonly string[];
  /** What happened to the order up to now, newest first. */
  readonly tried: readonly {
    readonly at: string;
    readonly actor: string;
    readonly message: string;
  }[];
  /** Where "send to…" may send it. */
  readonly locations: readonly { readonly id: string; readonly name: string }[];
  readonly timeZone: string;
  readonly now: string;
}

/** One exception with everything a person needs to settle it; null when the shop has no such one. */
export async function showException(
  shop: ShopContext,
  exceptionId: string,
): Promise<ExceptionDetails | null> {
  const now = shop.clock.now();
  return inShop(shop, async (tx) => {
    const exception = await tx.exception.findFirst({ where: { exceptionId } });
    if (!exception) return null;
    const { timeZone } = await tx.shop.findUniqueOrThrow({ where: { shopId: shop.shopId } });
    const locations = await tx.location.findMany({ orderBy: { name: "asc" } });
    const names = await nameEvidence(tx, {
      orderId: exception.orderId,
      locations: new Map(locations.map((row) => [row.locationId, row.name])),
      itemIds: exception.wakeOn.map((event) => event.replace("stock_changed:", "")),
    });
    return {
      ...describe(exception, now),
      order: await readOrder(tx, exception.orderId),
      locationName: names.locations.get(exception.locationId ?? "") ?? "",
      evidence: readEvidence(exception.evidence, names),
      wakesOn: exception.wakeOn.map((event) => describeWakeUp(event, names.items)),
      tried: await readTimeline(tx, exception.orderId),
      locations: locations
        .filter((row) => row.active)
        .map((row) => ({ id: row.locationId, name: row.name })),
      timeZone,
      now: now.toISOString(),
    };
  });
}

function describe(exception: Exception, now: Date) {
  const { createdAt, dueAt, resolvedAt, status } = exception;
  return {
    exceptionId: exception.exceptionId,
    queue: exception.queue,
    status: status as "open" | "resolved",
    summary: exception.summary,
    createdAt: createdAt.toISOString(),
    dueAt: dueAt?.toISOString() ?? null,
    overdue: status === "open" && dueAt !== null && dueAt < now,
    assignee: exception.assignee,
    note: exception.note,
    resolvedAt: resolvedAt?.toISOString() ?? null,
    resolvedBy: exception.resolvedBy,
    resolution: exception.resolution,
    actions: exception.actions,
  };
}

async function readOrder(tx: Tx, orderId: string | null) {
  if (!orderId) return null;
  const order = await tx.order.findFirst({ where: { orderId }, select: { name: true } });
  return { id: orderId, name: order?.name || "Order" };
}

async function readTimeline(tx: Tx, orderId: string | null) {
  if (!orderId) return [];
  const events = await tx.orderEvent.findMany({
    where: { orderId },
    orderBy: { eventId: "desc" },
    take: attemptsShown,
  });
  return events.map(({ at, actor, message }) => ({ at: at.toISOString(), actor, message }));
}
