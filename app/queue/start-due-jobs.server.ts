import type { Clock } from "../clock.ts";
import { systemClock } from "../clock.ts";
import type { Tx } from "../db.server.ts";
import { inShop, listInstalledShopIds } from "../db.server.ts";
import { enqueue, enqueueAll } from "./enqueue.server.ts";

/** Work whose job should long have run: after this it is assumed lost and enqueued again. */
const overdueMs = 2 * 60_000;
const reconcileEveryMinutes = 5;
/** Hour of the day, UTC, of the nightly comparison of the whole stock mirror. */
const auditHour = 4;

/**
 * Job, every minute: starts what is due for every shop, and picks up work whose job was lost. Each
 * job reads the present state, so starting one too many does nothing.
 */
export async function startDueJobs(clock: Clock = systemClock): Promise<void> {
  for (const shopId of await listInstalledShopIds()) {
    await inShop({ shopId }, (tx) => startForShop(tx, shopId, clock.now()));
  }
}

async function startForShop(tx: Tx, shopId: string, now: Date): Promise<void> {
  await enqueue(tx, "expire-pick-tasks", { shopId });
  if (now.getUTCMinutes() % reconcileEveryMinutes === 0) {
    await enqueue(tx, "reconcile-orders", { shopId });
  }
  if (now.getUTCHours() === auditHour && now.getUTCMinutes() === 0) {
    await enqueue(tx, "audit-stock", { shopId });
  }
  await rescueLostWork(tx, shopId, new Date(now.getTime() - overdueMs));
}

async function rescueLostWork(tx: Tx, shopId: string, before: Date): Promise<void> {
  const events = await tx.inboxEvent.findMany({
    where: { shopId, status: "pending", receivedAt: { lt: before } },
    select: { webhookId: true },
    orderBy: { receivedAt: "asc" },
    take: 1_000,
  });
  const webhookIds = events.map(({ webhookId }) => webhookId);
  if (webhookIds.length > 0) await enqueue(tx, "receive-webhooks", { shopId, webhookIds });
  const dirty = await tx.order.findFirst({ where: { shopId, dirtyAt: { lt: before } } });
  if (dirty) await enqueue(tx, "route-orders", { shopId });
  await rescueIntents(tx, shopId, before);
}

async function rescueIntents(tx: Tx, shopId: string, before: Date): Promise<void> {
  const intents = await tx.intent.findMany({
    where: { shopId, status: { in: ["pending", "sent"] }, createdAt: { lt: before } },
    select: { intentId: true, orderId: true, kind: true },
    orderBy: { createdAt: "asc" },
    take: 500,
  });
  const [placing, others] = [intents.filter(isPlacing), intents.filter((one) => !isPlacing(one))];
  await enqueueAll(
    tx,
    "place-order",
    placing.map(({ orderId }) => ({ shopId, orderId })),
  );
  await enqueueAll(
    tx,
    "settle-intent",
    others.map(({ orderId, intentId }) => ({ shopId, orderId, intentId })),
  );
}

function isPlacing(intent: { readonly kind: string }): boolean {
  return intent.kind === "place_order";
}
