import type { Clock } from "#app/clock.ts";
import { inShop } from "#app/db.server.ts";
import { enqueue } from "#app/queue/enqueue.server.ts";
import type { JobOutcome } from "#app/queue/outcome.ts";
import { done, snooze } from "#app/queue/outcome.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { systemContext } from "#app/shop-context.ts";
import type { LiveOrder } from "#app/shopify/live-order.ts";
import { readOrders } from "#app/shopify/read-orders.server.ts";
import { decideOrders } from "./decide-orders.server.ts";
import type { DirtyOrder } from "./pick-dirty-orders.server.ts";
import { pickDirtyOrders } from "./pick-dirty-orders.server.ts";
import { resolveFulfillmentOrders } from "./resolve-fulfillment-orders.server.ts";

/** Orders decided in one transaction: small enough that other shops get their turn in between. */
const BATCH = 100;
/** Shopify reads at most so many orders at once. */
const READ_AT_ONCE = 50;
const FIRST_SYNC_SECONDS = 5;

/**
 * Job `route-orders`: reads the shop's longest waiting dirty orders in Shopify, then decides and
 * stores them in one transaction. Running it again, at any point of a crash, does what is left.
 * Throws ShopifyError.
 */
export async function routeDirtyOrders(
  { shopId }: { readonly shopId: string },
  clock?: Clock,
): Promise<JobOutcome> {
  const shop = systemContext(shopId, clock);
  const outcome = await routeBatch(shop);
  // Nothing can be decided before the first sync has brought locations and stock.
  if (outcome === "not_ready") return snooze(FIRST_SYNC_SECONDS);
  // Reading orders tells most fulfillment orders' names by itself: the rest is asked for last.
  if (outcome === "some_left" || (await resolveFulfillmentOrders(shop))) {
    await inShop(shop, (tx) => enqueue(tx, "route-orders", { shopId }));
  }
  return done;
}

async function routeBatch(shop: ShopContext): Promise<"done" | "some_left" | "not_ready"> {
  const readAt = shop.clock.now();
  const dirty = await inShop(shop, (tx) => pickDirtyOrders(tx, shop.shopId, BATCH));
  if (dirty.length === 0) return "done";
  const live = await readLive(shop.shopId, dirty);
  const outcome = await decideOrders(shop, { dirty, live, readAt });
  return outcome === "done" && dirty.length === BATCH ? "some_left" : outcome;
}

async function readLive(
  shopId: string,
  dirty: readonly DirtyOrder[],
): Promise<ReadonlyMap<string, LiveOrder>> {
  const pages = [];
  for (let start = 0; start < dirty.length; start += READ_AT_ONCE) {
    const ids = dirty.slice(start, start + READ_AT_ONCE).map((order) => order.orderId);
    pages.push(readOrders(shopId, ids));
  }
  return new Map((await Promise.all(pages)).flat().map((order) => [order.id, order]));
}
