import type { Clock } from "../clock.ts";
import { systemClock } from "../clock.ts";
import type { Tx } from "../db.server.ts";
import { inShop } from "../db.server.ts";
import { log } from "../log.server.ts";
import { enqueue } from "../queue/enqueue.server.ts";
import type { JobPayloads } from "../queue/jobs.ts";
import type { ShopContext } from "../shop-context.ts";
import { systemContext } from "../shop-context.ts";
import type { StoredEvent, UnderstoodEvent } from "./apply-hints.server.ts";
import { applyHints } from "./apply-hints.server.ts";
import { buryEvent } from "./bury-event.server.ts";
import type { Hint } from "./hint.ts";
import { parseJson } from "./parse-json.ts";
import { readHints } from "./read-hints.ts";

const mostAttempts = 8;

/**
 * Job: looks at stored webhooks, many at a time. A shop's events are applied in one transaction; if
 * that fails they are tried one by one, so that a bad one cannot hold up the others.
 */
export async function receiveWebhooks(
  payloads: readonly JobPayloads["receive-webhooks"][],
  clock: Clock = systemClock,
): Promise<void> {
  for (const [shopId, ofShop] of Map.groupBy(payloads, (payload) => payload.shopId)) {
    const shop = systemContext(shopId, clock);
    const webhookIds = ofShop.flatMap((payload) => payload.webhookIds);
    await receiveTogether(shop, webhookIds).catch(async (error: unknown) => {
      log.warn({ err: error, shopId, events: webhookIds.length }, "events are tried one by one");
      for (const webhookId of webhookIds) await receiveAlone(shop, webhookId);
    });
  }
}

async function receiveTogether(shop: ShopContext, webhookIds: readonly string[]): Promise<void> {
  await inShop(shop, async (tx) => {
    const events = await lockOpenEvents(tx, shop, webhookIds);
    const understood: UnderstoodEvent[] = [];
    for (const event of events) {
      const hints = understand(event);
      if (Array.isArray(hints)) understood.push({ event, hints });
      else await buryEvent(tx, shop, event, "poison", hints.problem);
    }
    await applyHints(tx, shop, understood);
    await tx.inboxEvent.updateMany({
      where: {
        shopId: shop.shopId,
        webhookId: { in: understood.map(({ event }) => event.webhookId) },
      },
      data: { status: "done", processedAt: shop.clock.now(), error: null },
    });
  });
}

async function receiveAlone(shop: ShopContext, webhookId: string): Promise<void> {
  try {
    await receiveTogether(shop, [webhookId]);
  } catch (error) {
    await inShop(shop, (tx) => noteFailure(tx, shop, webhookId, String(error)));
  }
}

/** Tries again later, growing slower each time; gives up into a person's queue. */
async function noteFailure(
  tx: Tx,
  shop: ShopContext,
  webhookId: string,
  error: string,
): Promise<void> {
  const event = await tx.inboxEvent.update({
    where: { shopId_webhookId: { shopId: shop.shopId, webhookId } },
    data: { status: "failed", attempts: { increment: 1 }, error: error.slice(0, 2000) },
  });
  if (event.attempts >= mostAttempts) return buryEvent(tx, shop, event, "dead", error);
  const afterSeconds = Math.min(300, 2 ** event.attempts);
  const retry = { shopId: shop.shopId, webhookIds: [webhookId] };
  await enqueue(tx, "receive-webhooks", retry, { afterSeconds });
}

/** Events still open, oldest first, locked: a second worker with the same job waits, then sees none. */
async function lockOpenEvents(
  tx: Tx,
  shop: ShopContext,
  webhookIds: readonly string[],
): Promise<StoredEvent[]> {
  const events = await tx.$queryRaw<(StoredEvent & { receivedAt: Date })[]>`
    SELECT webhook_id AS "webhookId", topic, body, triggered_at AS "triggeredAt",
      received_at AS "receivedAt"
    FROM inbox_events
    WHERE shop_id = ${shop.shopId} AND webhook_id = ANY(${[...webhookIds]}::text[])
      AND status IN ('pending', 'failed')
    ORDER BY webhook_id FOR UPDATE`;
  return events.sort((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime());
}

function understand(event: StoredEvent): Hint[] | { problem: string } {
  try {
    return readHints(event.topic, parseJson(event.body));
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
