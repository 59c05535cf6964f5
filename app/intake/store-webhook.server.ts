import { systemClock } from "../clock.ts";
import { inShops } from "../db.server.ts";
import type { Tx } from "../db.server.ts";
import { enqueue } from "../queue/enqueue.server.ts";
import type { WebhookDelivery } from "./verify-webhook.server.ts";

interface Waiting {
  readonly delivery: WebhookDelivery;
  readonly stored: () => void;
  readonly failed: (error: unknown) => void;
}

const largestBatch = 500;
/** Waiting this long for company costs a webhook little and saves the database most of its commits. */
const gatherMs = 15;
let waiting: Waiting[] = [];
let storing = false;

/**
 * Resolves once the event and its job are committed; rejects when the database is not there. Events
 * that arrive together, or while a commit is under way, share the next one (group commit), which is what lets one
 * process acknowledge a thousand a second.
 */
export function storeWebhook(delivery: WebhookDelivery): Promise<void> {
  return new Promise((stored, failed) => {
    waiting.push({ delivery, stored, failed });
    if (!storing) void storeWaiting();
  });
}

async function storeWaiting(): Promise<void> {
  storing = true;
  while (waiting.length > 0) {
    await new Promise((resolve) => setTimeout(resolve, gatherMs));
    const batch = waiting.slice(0, largestBatch);
    waiting = waiting.slice(largestBatch);
    await storeBatch(batch).then(
      () => batch.forEach((entry) => entry.stored()),
      (error: unknown) => batch.forEach((entry) => entry.failed(error)),
    );
  }
  storing = false;
}

async function storeBatch(batch: readonly Waiting[]): Promise<void> {
  const byShop = Map.groupBy(
    batch.map((entry) => entry.delivery),
    (delivery) => delivery.shopId,
  );
  await inShops([...byShop.keys()].sort(), async (tx, shopId) => {
    const fresh = await insertEvents(tx, shopId, byShop.get(shopId) ?? []);
    if (fresh.length > 0) await enqueue(tx, "receive-webhooks", { shopId, webhookIds: fresh });
  });
}

/** Inserts what is new and returns its ids; a delivery seen before is not work again. */
async function insertEvents(
  tx: Tx,
  shopId: string,
  deliveries: readonly WebhookDelivery[],
): Promise<string[]> {
  const column = <T>(read: (delivery: WebhookDelivery) => T) => deliveries.map(read);
  const rows = await tx.$queryRaw<{ webhook_id: string }[]>`
    INSERT INTO inbox_events
      (shop_id, webhook_id, topic, event_id, triggered_at, body, received_at)
    SELECT ${shopId}, webhook_id, topic, event_id, triggered_at::timestamptz, body, ${systemClock.now()}
    FROM unnest(
      ${column((d) => d.webhookId)}::text[], ${column((d) => d.topic)}::text[],
      ${column((d) => d.eventId)}::text[],
      ${column((d) => d.triggeredAt?.toISOString() ?? null)}::text[],
      ${column((d) => storable(d.body))}::text[]
    ) AS delivery (webhook_id, topic, event_id, triggered_at, body)
    ON CONFLICT DO NOTHING
    RETURNING webhook_id`;
  return rows.map((row) => row.webhook_id);
}

/** PostgreSQL text cannot hold NUL; no JSON contains it, but a signed body must never be refused. */
function storable(body: string): string {
  return body.replaceAll("\0", "\uFFFD");
}
