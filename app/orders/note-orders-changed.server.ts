import type { Tx } from "#app/db.server.ts";
import { Prisma } from "#app/generated/prisma/client.ts";
import { enqueue } from "#app/queue/enqueue.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { recordOrderEvents } from "./record-order-event.server.ts";

export interface OrderHint {
  readonly orderId: string;
  /** Why to look: "order placed", "stock changed". Kept until the next routing shows it. */
  readonly reason: string;
}

/**
 * Marks orders to be read again and starts the routing job, in the caller's transaction. Unknown
 * orders get a stub row and the first line of their timeline. One statement, however many hints.
 */
export async function noteOrdersChanged(
  tx: Tx,
  shop: ShopContext,
  hints: readonly OrderHint[],
): Promise<void> {
  if (hints.length === 0) return;
  const marked = await markDirty(tx, shop, hints);
  await recordOrderEvents(
    tx,
    shop,
    marked
      .filter((order) => order.isNew)
      .map(({ orderId, reason }) => ({
        orderId,
        kind: "received",
        message: `Backroom heard of the order: ${reason}.`,
      })),
  );
  await enqueue(tx, "route-orders", { shopId: shop.shopId });
}

interface MarkedOrder {
  readonly orderId: string;
  readonly reason: string;
  readonly isNew: boolean;
}

/**
 * `dirty_at` always grows, so that the routing job, which clears only the value it saw before it
 * read Shopify, can never clear a later hint. The first reason since then is the one that counts.
 */
async function markDirty(tx: Tx, shop: ShopContext, hints: readonly OrderHint[]) {
  const firstOfEach = new Map([...hints].reverse().map((hint) => [hint.orderId, hint.reason]));
  const orderIds = [...firstOfEach.keys()].sort();
  const reasons = orderIds.map((orderId) => firstOfEach.get(orderId)!);
  const now = shop.clock.now();
  return tx.$queryRaw<MarkedOrder[]>(Prisma.sql`
    insert into orders as known (shop_id, order_id, dirty_at, dirty_reason, created_at)
    select ${shop.shopId}, hint.order_id, ${now}, hint.reason, ${now}
    from unnest(${orderIds}::text[], ${reasons}::text[]) as hint (order_id, reason)
    on conflict (shop_id, order_id) do update set
      dirty_at = greatest(excluded.dirty_at, known.dirty_at + interval '1 millisecond'),
      dirty_reason = case when known.dirty_at is null or known.dirty_reason = ''
        then excluded.dirty_reason else known.dirty_reason end
    returning order_id as "orderId", dirty_reason as "reason", xmax = 0 as "isNew"`);
}
