import type { Tx } from "../db.server.ts";
import { raiseExceptions } from "../exceptions/raise-exception.server.ts";
import type { ShopContext } from "../shop-context.ts";
import type { StoredEvent } from "./apply-hints.server.ts";

/** Keeps an event nobody could act on, and tells a person about it. Nothing is thrown away. */
export async function buryEvent(
  tx: Tx,
  shop: ShopContext,
  event: Pick<StoredEvent, "webhookId" | "topic">,
  status: "poison" | "dead",
  problem: string,
): Promise<void> {
  await tx.inboxEvent.update({
    where: { shopId_webhookId: { shopId: shop.shopId, webhookId: event.webhookId } },
    data: { status, error: problem.slice(0, 2000), processedAt: shop.clock.now() },
  });
  await raiseExceptions(tx, shop, [
    {
      queue: "dead_letter",
      key: `dead_letter:${event.webhookId}`,
      summary: `Shopify's message "${event.topic}" could not be used.`,
      evidence: { webhookId: event.webhookId, topic: event.topic, problem: problem.slice(0, 500) },
    },
  ]);
}
