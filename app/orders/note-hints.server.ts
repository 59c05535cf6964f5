import type { Tx } from "#app/db.server.ts";
import { Prisma } from "#app/generated/prisma/client.ts";
import { enqueue } from "#app/queue/enqueue.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { OrderHint } from "./note-orders-changed.server.ts";
import { noteOrdersChanged } from "./note-orders-changed.server.ts";

export interface FulfillmentOrderHint {
  readonly fulfillmentOrderId: string;
  readonly reason: string;
}

/**
 * Marks orders to be read again, those that hints name and those whose fulfillment orders they name,
 * as Shopify's fulfillment_orders webhooks do. Fulfillment orders not known yet are asked of Shopify
 * by the routing job: a webhook handler calls nobody.
 *
 * All orders are locked by one statement, in the order of their ids, and before any fulfillment
 * order, as routing does: otherwise two transactions would wait for each other.
 */
export async function noteHints(
  tx: Tx,
  shop: ShopContext,
  orders: readonly OrderHint[],
  fulfillmentOrders: readonly FulfillmentOrderHint[],
): Promise<void> {
  const orderOf = await findOrders(tx, shop, fulfillmentOrders);
  const named = fulfillmentOrders.flatMap(({ fulfillmentOrderId, reason }) => {
    const orderId = orderOf.get(fulfillmentOrderId);
    return orderId === undefined ? [] : [{ orderId, reason }];
  });
  await noteOrdersChanged(tx, shop, [...orders, ...named]);
  const ids = fulfillmentOrders.map((hint) => hint.fulfillmentOrderId);
  await askForOrders(tx, shop, [...new Set(ids.filter((id) => !orderOf.has(id)))].sort());
}

async function findOrders(
  tx: Tx,
  { shopId }: ShopContext,
  hints: readonly FulfillmentOrderHint[],
): Promise<Map<string, string>> {
  if (hints.length === 0) return new Map();
  const ids = hints.map((hint) => hint.fulfillmentOrderId);
  const rows = await tx.fulfillmentOrderRef.findMany({
    where: { shopId, fulfillmentOrderId: { in: ids } },
    select: { fulfillmentOrderId: true, orderId: true },
  });
  return new Map(
    rows.flatMap(({ fulfillmentOrderId, orderId }) =>
      orderId === null ? [] : [[fulfillmentOrderId, orderId]],
    ),
  );
}

/** A name learned since we looked is asked for again: its reading may be older than the hint. */
async function askForOrders(tx: Tx, shop: ShopContext, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.$executeRaw(Prisma.sql`
    insert into fulfillment_order_refs (shop_id, fulfillment_order_id, seen_at)
    select ${shop.shopId}, id, ${shop.clock.now()} from unnest(${[...ids]}::text[]) as id
    on conflict (shop_id, fulfillment_order_id)
      do update set order_id = null, seen_at = excluded.seen_at`);
  await enqueue(tx, "route-orders", { shopId: shop.shopId });
}
