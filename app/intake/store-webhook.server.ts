import { systemClock } from "../clock.ts";
import type { Send } from "../db-pipeline.server.ts";
import { inPipeline } from "../db-pipeline.server.ts";
import { enqueueInPipeline } from "../queue/enqueue.server.ts";
import type { WebhookDelivery } from "./verify-webhook.server.ts";

interface Waiting {
  readonly delivery: WebhookDelivery;
  readonly stored: () => void;
  readonly failed: (error: unknown) => void;
}

const largestBatch = 500;
/** Waiting this long for company costs a webhook little and saves the database most of its commits. */
const gatherMs = 5;
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
  await inPipeline(async (send) => {
    for (const [shopId, deliveries] of byShop) {
      void send("SELECT set_config('backroom.shop_id', $1, true)", [shopId]);
      void insertEvents(send, shopId, deliveries);
      const webhookIds = [...new Set(deliveries.map((delivery) => delivery.webhookId))];
      await enqueueInPipeline(send, "receive-webhooks", { shopId, webhookIds });
    }
  });
}

/** A delivery seen before is left alone: its job finds it done and does nothing. */
function insertEvents(send: Send, shopId: string, deliveries: readonly WebhookDelivery[]) {
  const column = <T>(read: (delivery: WebhookDelivery) => T) => deliveries.map(read);
  return send(
    `INSERT INTO inbox_events
       (shop_id, webhook_id, topic, event_id, triggered_at, body, received_at)
     SELECT $1, webhook_id, topic, event_id, triggered_at::timestamptz, body, $2::timestamptz
     FROM unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
       AS delivery (webhook_id, topic, event_id, triggered_at, body)
     ON CONFLICT DO NOTHING`,
    [
      shopId,
      systemClock.now().toISOString(),
      column((d) => d.webhookId),
      column((d) => d.topic),
      column((d) => d.eventId),
      column((d) => d.triggeredAt?.toISOString() ?? null),
      column((d) => storable(d.body)),
    ],
  );
}

/** PostgreSQL text cannot hold NUL; no JSON contains it, but a signed body must never be refused. */
function storable(body: string): string {
  return body.replaceAll("\0", "\uFFFD");
}
