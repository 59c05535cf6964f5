import type { Tx } from "#app/db.server.ts";
import { Prisma } from "#app/generated/prisma/client.ts";
import { enqueue } from "#app/queue/enqueue.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { noteOrdersChanged } from "./note-orders-changed.server.ts";

/**
 * The same for hints that name fulfillment orders only, as Shopify's fulfillment_orders webhooks do.
 * Orders not known yet are asked of Shopify by the routing job: a webhook handler calls nobody.
 */
export async function noteFulfillmentOrdersChanged(
  tx: Tx,
  shop: ShopContext,
  fulfillmentOrderIds: readonly string[],
  reason: string,
): Promise<void> {
  const ids = [...new Set(fulfillmentOrderIds)].sort();
  if (ids.length === 0) return;
  const refs = await tx.$queryRaw<{ orderId: string | null }[]>(Prisma.sql`
    insert into fulfillment_order_refs as known (shop_id, fulfillment_order_id, seen_at)
    select ${shop.shopId}, id, ${shop.clock.now()} from unnest(${ids}::text[]) as id
    on conflict (shop_id, fulfillment_order_id) do update set seen_at = excluded.seen_at
    returning order_id as "orderId"`);
  const known = refs.flatMap(({ orderId }) => (orderId ? [{ orderId, reason }] : []));
  await noteOrdersChanged(tx, shop, known);
  if (known.length < refs.length) await enqueue(tx, "route-orders", { shopId: shop.shopId });
}
