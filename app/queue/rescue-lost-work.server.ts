import type { Tx } from "../db.server.ts";
import { enqueue, enqueueAll } from "./enqueue.server.ts";

/**
 * Starts the jobs of all work that tables remember since before an instant: stored webhooks, dirty
 * orders, effects in Shopify. Each job reads the present state, so one too many does nothing.
 */
export async function rescueLostWork(tx: Tx, shopId: string, before: Date): Promise<void> {
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
