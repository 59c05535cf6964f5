import { inShop } from "#app/db.server.ts";
import type { RoutedShop } from "./routed-shop.ts";

/** What Backroom holds about an order, in words that tests can compare. */
export async function rememberOrder({ shop, locations }: RoutedShop, orderId: string) {
  const nameOf = (locationId: string) =>
    Object.entries(locations).find(([, id]) => id === locationId)?.[0] ?? locationId;
  return inShop(shop, async (tx) => {
    const where = { orderId };
    const key = { shopId_orderId: { shopId: shop.shopId, orderId } };
    const order = await tx.order.findUniqueOrThrow({ where: key });
    const tasks = await tx.pickTask.findMany({ where, orderBy: { taskId: "asc" } });
    const reservations = await tx.reservation.findMany({ where: { ...where, status: "active" } });
    const events = await tx.orderEvent.findMany({ where, orderBy: { eventId: "asc" } });
    const exceptions = await tx.exception.findMany({ where, orderBy: { createdAt: "asc" } });
    const intents = await tx.intent.findMany({ where, orderBy: { createdAt: "asc" } });
    const decisions = await tx.decision.findMany({ where, orderBy: { sequence: "asc" } });
    return {
      status: order.status,
      dirty: order.dirtyAt !== null,
      decisions: decisions.map((row) => `${row.outcome}: ${row.trigger}`),
      intents: intents.map((row) => `${row.kind} ${row.status}`),
      tasks: tasks.map((row) => `${nameOf(row.locationId)} ${row.status} x${row.units}`),
      reserved: reservations.reduce((sum, row) => sum + row.units, 0),
      exceptions: exceptions.map((row) => `${row.queue} ${row.status}`),
      timeline: events.map((row) => row.kind),
      messages: events.map((row) => row.message),
    };
  });
}
