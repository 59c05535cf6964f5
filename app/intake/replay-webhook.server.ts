import { inShop } from "../db.server.ts";
import { enqueue } from "../queue/enqueue.server.ts";
import type { ShopContext } from "../shop-context.ts";

/** Puts a stored event back to work, as if it had just arrived. False when there is no such event. */
export async function replayWebhook(shop: ShopContext, webhookId: string): Promise<boolean> {
  return inShop(shop, async (tx) => {
    const { count } = await tx.inboxEvent.updateMany({
      where: { shopId: shop.shopId, webhookId },
      data: { status: "pending", attempts: 0, error: null, processedAt: null },
    });
    if (count > 0) await enqueue(tx, "receive-webhook", { shopId: shop.shopId, webhookId });
    return count > 0;
  });
}
