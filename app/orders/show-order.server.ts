import type { Tx } from "../db.server.ts";
import { inShop } from "../db.server.ts";
import type { Prisma } from "../generated/prisma/client.ts";
import type { TaskStatus } from "../picking/task-status.ts";
import type { ShopContext } from "../shop-context.ts";
import { readShopFormat } from "../shops/read-shop-format.server.ts";
import { listSendChoices } from "./list-send-choices.server.ts";
import type { OrderStatus } from "./order-tabs.ts";
import type {
  DecisionHead,
  OrderException,
  OrderStep,
  OrderTask,
  OrderView,
} from "./order-view.ts";
import { readDecisionView } from "./read-decision-view.server.ts";

const usualRows = 25;
const everyRow = 1_000;
const shownEvents = 200;
const shownDecisions = 50;

export interface OrderPageChoice {
  /** An older decision, by its number; null shows the current one. */
  readonly sequence: number | null;
  /** All verdicts and stock figures, not only the first 25. */
  readonly everyLocation: boolean;
}

/** One order with its decision explained, its tasks and its whole history; null when not the shop's. */
export async function showOrder(
  shop: ShopContext,
  orderId: string,
  choice: OrderPageChoice,
): Promise<OrderView | null> {
  const { shopId } = shop;
  return inShop(shop, async (tx) => {
    const order = await tx.order.findUnique({
      where: { shopId_orderId: { shopId, orderId } },
      include: { lines: true },
    });
    if (!order) return null;
    const locations = await tx.location.findMany({
      select: { locationId: true, name: true },
    });
    const names = new Map(locations.map(({ locationId, name }) => [locationId, name]));
    const decisions = await readDecisions(tx, order);
    return {
      ...describeOrder(order),
      format: await readShopFormat(tx, shop),
      exceptions: await readExceptions(tx, order),
      shown: await readShown(tx, order, decisions, names, choice),
      decisions,
      tasks: await readTasks(tx, order, names),
      events: await readEvents(tx, order),
      locations: await listSendChoices(tx, shop, order),
    };
  });
}

type OrderRow = Prisma.OrderGetPayload<{ include: { lines: true } }>;

function describeOrder(order: OrderRow) {
  return {
    orderId: order.orderId,
    name: order.name || "Order being read",
    placedAt: order.placedAt?.toISOString() ?? null,
    status: order.status as OrderStatus,
    deliveryMethod: order.deliveryMethod,
    service: order.service,
    channel: order.channel,
    destination: [order.city, order.provinceCode, order.countryCode].filter(Boolean).join(", "),
    value: order.value.toFixed(4),
    units: order.units,
    deciding: order.dirtyAt ? order.dirtyReason || "the order changed" : null,
  };
}

async function readDecisions(tx: Tx, order: OrderRow): Promise<DecisionHead[]> {
  const rows = await tx.decision.findMany({
    where: { shopId: order.shopId, orderId: order.orderId },
    omit: { snapshot: true, plan: true },
    orderBy: { sequence: "desc" },
    take: shownDecisions,
  });
  return rows.map((row) => ({
    sequence: row.sequence,
    createdAt: row.createdAt.toISOString(),
    trigger: row.trigger,
    actor: row.actor,
    reason: row.reason,
    ruleVersion: row.ruleVersion,
    cost: row.cost?.toFixed(4) ?? null,
    parcelCount: row.parcels,
    isCurrent: row.decisionId === order.decisionId,
  }));
}

/** The asked-for decision, else the current one, else the newest (the order may have moved on). */
async function readShown(
  tx: Tx,
  order: OrderRow,
  decisions: readonly DecisionHead[],
  names: ReadonlyMap<string, string>,
  { sequence, everyLocation }: OrderPageChoice,
): Promise<OrderView["shown"]> {
  const head =
    decisions.find((one) => one.sequence === sequence) ??
    decisions.find((one) => one.isCurrent) ??
    decisions[0];
  if (!head) return null;
  const { shopId, orderId } = order;
  const row = await tx.decision.findUniqueOrThrow({
    where: { shopId_orderId_sequence: { shopId, orderId, sequence: head.sequence } },
  });
  const limit = everyLocation ? everyRow : usualRows;
  return { ...head, ...(await readDecisionView(tx, row, order.lines, names, limit)) };
}

async function readExceptions(tx: Tx, { shopId, orderId }: OrderRow): Promise<OrderException[]> {
  return tx.exception.findMany({
    where: { shopId, orderId, status: "open" },
    select: { exceptionId: true, queue: true, summary: true },
    orderBy: { createdAt: "asc" },
  });
}

async function readTasks(
  tx: Tx,
  { shopId, orderId }: OrderRow,
  names: ReadonlyMap<string, string>,
): Promise<OrderTask[]> {
  const rows = await tx.pickTask.findMany({
    where: { shopId, orderId },
    orderBy: [{ createdAt: "desc" }, { taskId: "desc" }],
  });
  return rows.map((row) => ({
    taskId: row.taskId,
    location: names.get(row.locationId) ?? "Removed location",
    status: row.status as TaskStatus,
    units: row.units,
    deadlineAt: row.deadlineAt.toISOString(),
    acceptedBy: row.acceptedBy ?? "",
    endedReason: row.endedReason,
    tracking: [row.trackingCompany, row.trackingNumber].filter(Boolean).join(" "),
  }));
}

async function readEvents(tx: Tx, { shopId, orderId }: OrderRow): Promise<OrderStep[]> {
  const rows = await tx.orderEvent.findMany({
    where: { shopId, orderId },
    orderBy: { eventId: "desc" },
    take: shownEvents,
  });
  return rows.reverse().map((row) => ({
    eventId: row.eventId.toString(),
    at: row.at.toISOString(),
    kind: row.kind,
    actor: row.actor,
    message: row.message,
  }));
}
