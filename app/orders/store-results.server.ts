import type { Tx } from "#app/db.server.ts";
import { raiseExceptions } from "#app/exceptions/raise-exception.server.ts";
import { resolveExceptions } from "#app/exceptions/resolve-exceptions.server.ts";
import { releaseReservations } from "#app/inventory/reserve.server.ts";
import { recallTasks } from "#app/picking/recall-tasks.server.ts";
import { enqueue } from "#app/queue/enqueue.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { OrderResult } from "./internal/order-result.ts";
import type { DirtyOrder } from "./pick-dirty-orders.server.ts";
import { recordOrderEvents } from "./record-order-event.server.ts";
import { storeDecisions } from "./store-decisions.server.ts";
import { storeLiveOrders } from "./store-live-orders.server.ts";
import { storeOrderStates } from "./store-order-states.server.ts";

/** Writes down what became of a batch of orders: a fixed number of statements for the usual case. */
export async function storeResults(
  tx: Tx,
  shop: ShopContext,
  { seen, readAt }: { readonly seen: readonly DirtyOrder[]; readonly readAt: Date },
  results: readonly OrderResult[],
): Promise<void> {
  if (results.length === 0) return;
  await storeLiveOrders(tx, shop, results, readAt);
  const released = results.filter((result) => result.releasesStock).map(({ orderId }) => orderId);
  await releaseReservations(tx, shop, released);
  await storeOrderStates(tx, shop, seen, results);
  await storeDecisions(tx, shop, results);
  await recordOrderEvents(
    tx,
    shop,
    results.flatMap((result) => result.events),
  );
  for (const { orderId, recall } of results) {
    if (recall) await recallTasks(tx, shop, orderId, recall.keepTaskIds, recall.reason);
  }
  await settleExceptions(tx, shop, results);
  await tellOfFreedCapacity(tx, shop, results);
}

/** Work that left a location, or its queue, makes room there for orders that wait for some. */
async function tellOfFreedCapacity(
  tx: Tx,
  { shopId }: ShopContext,
  results: readonly OrderResult[],
): Promise<void> {
  const frees = ({ decision, recall, status }: OrderResult) =>
    recall !== null || status === "cancelled" || Boolean(decision?.supersedes);
  if (!results.some(frees)) return;
  const waiting = await tx.exception.findFirst({
    where: { shopId, status: "open", wakeOn: { has: "capacity_freed" } },
    select: { exceptionId: true },
  });
  if (waiting) await enqueue(tx, "wake-exceptions", { shopId, events: ["capacity_freed"] });
}

async function settleExceptions(
  tx: Tx,
  shop: ShopContext,
  results: readonly OrderResult[],
): Promise<void> {
  for (const { resolves, orderIds } of groupByResolution(results)) {
    await resolveExceptions(tx, shop, { orderIds, queues: resolves.queues }, resolves.resolution);
  }
  await raiseExceptions(
    tx,
    shop,
    results.flatMap((result) => result.exceptions),
  );
}

/** Orders whose exceptions close for the same reason are closed together. */
function groupByResolution(results: readonly OrderResult[]) {
  const groups = new Map<
    string,
    { resolves: NonNullable<OrderResult["resolves"]>; orderIds: string[] }
  >();
  for (const { orderId, resolves } of results) {
    if (!resolves) continue;
    const key = JSON.stringify(resolves);
    const group = groups.get(key) ?? { resolves, orderIds: [] };
    group.orderIds.push(orderId);
    groups.set(key, group);
  }
  return groups.values();
}
