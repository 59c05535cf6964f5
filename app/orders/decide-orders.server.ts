import type { Tx } from "#app/db.server.ts";
import { inShop, lockShop } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { LiveOrder } from "#app/shopify/live-order.ts";
import { announceWindow } from "./announce-window.server.ts";
import type { RememberedOrder } from "./internal/batch-world.ts";
import { settleTogether } from "./internal/settle-together.ts";
import { loadBatchWorld } from "./load-batch-world.server.ts";
import { loadPool } from "./load-networks.server.ts";
import { loadRememberedOrders } from "./load-remembered-orders.server.ts";
import type { DirtyOrder } from "./pick-dirty-orders.server.ts";
import { storeResults } from "./store-results.server.ts";

/** A batch of 100 orders takes well under a second; this leaves room for a busy machine. */
const TIMEOUT_MS = 60_000;

/** Orders read in Shopify, and when the reading began. */
export interface Reading {
  readonly dirty: readonly DirtyOrder[];
  /** By id; orders that Shopify no longer has are absent. */
  readonly live: ReadonlyMap<string, LiveOrder>;
  readonly readAt: Date;
}

/**
 * Decides orders just read and writes everything down, in one transaction that no other deciding of
 * the shop runs beside: no two orders promise the same unit. `some_left`: an effect of our own came
 * between the reading and this, so the order must be read again; `not_ready`: no rules or rates yet.
 */
export async function decideOrders(
  shop: ShopContext,
  { dirty, live, readAt }: Reading,
): Promise<"done" | "some_left" | "not_ready"> {
  const decideInTx = async (tx: Tx) => {
    await lockShop(tx, shop.shopId, "decide");
    const pool = await loadPool(tx, shop);
    if (!pool) return "not_ready";
    const waiting = await lockWaiting(tx, shop.shopId, dirty);
    const current = await dropOutdated(tx, shop.shopId, waiting);
    const orderIds = current.map((order) => order.orderId);
    const itemIds = listItems(orderIds, live);
    const remembered = await loadRememberedOrders(tx, shop, orderIds, itemIds);
    const world = await loadBatchWorld(tx, shop, pool, itemIds);
    const results = settleTogether(inOrderOfPlacing(remembered, live), live, world);
    await storeResults(tx, shop, { seen: current, readAt }, results);
    await announceWindow(tx, shop, world, results);
    return current.length < waiting.length ? "some_left" : "done";
  };
  return inShop(shop, decideInTx, { timeout: TIMEOUT_MS });
}

/**
 * Locks the orders' rows, before anything else of theirs as everywhere, and leaves out those whose
 * hint another run has answered.
 */
async function lockWaiting(
  tx: Tx,
  shopId: string,
  dirty: readonly DirtyOrder[],
): Promise<DirtyOrder[]> {
  const ids = dirty.map((order) => order.orderId).sort();
  const rows = await tx.$queryRaw<{ orderId: string; isDirty: boolean }[]>`
    select order_id as "orderId", dirty_at is not null as "isDirty" from orders
    where shop_id = ${shopId} and order_id = any(${ids}::text[])
    order by order_id for no key update`;
  const waiting = new Set(rows.filter((row) => row.isDirty).map((row) => row.orderId));
  return dirty.filter((order) => waiting.has(order.orderId));
}

/** Orders for which an effect of ours was settled since the reading began were read too early. */
async function dropOutdated(
  tx: Tx,
  shopId: string,
  waiting: readonly DirtyOrder[],
): Promise<DirtyOrder[]> {
  const ids = waiting.map((order) => order.orderId);
  const effects = await tx.intent.groupBy({
    by: ["orderId"],
    where: { shopId, orderId: { in: ids }, settledAt: { not: null } },
    _count: true,
  });
  const effectsNow = new Map(effects.map((row) => [row.orderId, row._count]));
  return waiting.filter((order) => (effectsNow.get(order.orderId) ?? 0) === order.effects);
}

function listItems(orderIds: readonly string[], live: ReadonlyMap<string, LiveOrder>): string[] {
  const items = orderIds.flatMap((orderId) =>
    (live.get(orderId)?.fulfillmentOrders ?? []).flatMap((one) =>
      one.lines.flatMap((line) => line.inventoryItemId ?? []),
    ),
  );
  return [...new Set(items)].sort();
}

/** First come, first served: by the time of placing, then by id. */
function inOrderOfPlacing(
  orders: readonly RememberedOrder[],
  live: ReadonlyMap<string, LiveOrder>,
): RememberedOrder[] {
  const placedAt = ({ orderId }: RememberedOrder) => {
    const order = live.get(orderId);
    return order ? Date.parse(order.processedAt) : 0;
  };
  return [...orders].sort((a, b) => placedAt(a) - placedAt(b) || (a.orderId < b.orderId ? -1 : 1));
}
