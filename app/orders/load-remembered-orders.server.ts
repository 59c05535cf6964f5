import type { Tx } from "#app/db.server.ts";
import type { Order, OrderEvent } from "#app/generated/prisma/client.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { RememberedOrder } from "./internal/batch-world.ts";
import { PERSON_SETTLES } from "./internal/raise-for-decision.ts";
import { loadBarredPlaces } from "./load-barred-places.server.ts";
import { loadDecisionsInForce } from "./load-decisions-in-force.server.ts";
import { loadTasks } from "./load-tasks.server.ts";

/** Everything Backroom remembers of some orders, in a fixed number of statements. */
export async function loadRememberedOrders(
  tx: Tx,
  shop: ShopContext,
  orderIds: readonly string[],
  inventoryItemIds: readonly string[],
): Promise<RememberedOrder[]> {
  const where = { shopId: shop.shopId, orderId: { in: [...orderIds] } };
  const orders = await tx.order.findMany({ where, orderBy: { orderId: "asc" } });
  const tasks = await loadTasks(tx, shop.shopId, orderIds);
  const decisions = await loadDecisionsInForce(tx, shop.shopId, orders, tasks);
  const barred = await loadBarredPlaces(tx, shop, orderIds, inventoryItemIds);
  const reserved = await tx.reservation.findMany({ where: { ...where, status: "active" } });
  const waiting = await loadWaitingForPerson(tx, where);
  const asks = await loadAsks(tx, where);
  return orders.map((order) => {
    const { orderId, name, status, fingerprint } = order;
    const ours = asks.filter((event) => event.orderId === orderId);
    const { rerouteRequested, sendToLocationId } = order;
    const isAsked = rerouteRequested || sendToLocationId !== null;
    return {
      orderId,
      name,
      status,
      fingerprint,
      rerouteRequested,
      sendToLocationId,
      ...pickMarks(order),
      decision: decisions.get(orderId) ?? null,
      liveTasks: tasks.live.get(orderId) ?? [],
      handedOver: (tasks.handedOver.get(orderId) ?? []).flatMap((task) => task.lines),
      activeReservations: reserved.filter((row) => row.orderId === orderId),
      barred: barred.ofOrder.get(orderId) ?? [],
      coolOffs: barred.coolOffs,
      isReviewed: ours.some(isReview),
      waitsForPerson: waiting.has(orderId),
      request: isAsked ? describeRequest(ours.at(-1)) : null,
    };
  });
}

function pickMarks({ dirtyReason, pickupLocationId, decideAfter, reconsider }: Order) {
  return { dirtyReason, pickupLocationId, decideAfter, reconsider };
}

interface OrdersWhere {
  readonly shopId: string;
  readonly orderId: { readonly in: string[] };
}

async function loadWaitingForPerson(tx: Tx, where: OrdersWhere): Promise<Set<string>> {
  const rows = await tx.exception.findMany({
    where: { ...where, status: "open", queue: { in: [...PERSON_SETTLES] } },
    select: { orderId: true },
  });
  return new Set(rows.flatMap(({ orderId }) => orderId ?? []));
}

/** What people asked of these orders so far, oldest first. */
async function loadAsks(tx: Tx, where: OrdersWhere): Promise<OrderEvent[]> {
  return tx.orderEvent.findMany({
    where: { ...where, kind: { in: ["released", "override"] } },
    orderBy: { eventId: "asc" },
  });
}

/** Releasing our hold, or choosing the location oneself, is the review a hold asks for. */
function isReview({ kind, data }: OrderEvent): boolean {
  return kind === "released" || (isRecord(data) && typeof data.locationId === "string");
}

function describeRequest(ask: OrderEvent | undefined): RememberedOrder["request"] {
  if (!ask || !isRecord(ask.data)) return null;
  return { actor: ask.actor, reason: String(ask.data.reason ?? "") };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
