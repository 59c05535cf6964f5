import type { Clock } from "#app/clock.ts";
import { inShop } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { systemContext } from "#app/shop-context.ts";
import { listUpdatedOrders } from "#app/shopify/list-updated-orders.server.ts";
import { findMissedOrders } from "./find-missed-orders.server.ts";
import { noteOrdersChanged } from "./note-orders-changed.server.ts";
import { noteWaitingOrders } from "./note-waiting-orders.server.ts";

/** Webhooks and Shopify's search index lag by seconds; ten minutes leave no gap between two runs. */
const OVERLAP_MS = 10 * 60_000;
/** Younger changes are read as well, but not called missed: their webhooks may still be on the way. */
const WEBHOOK_PATIENCE_MS = 60_000;
/** Differences kept with a run; the count tells the rest. */
const MOST_FINDINGS = 50;

/**
 * Job `reconcile-orders`: finds orders whose webhooks never came, by comparing when Shopify last
 * changed each order with the copy we hold, and has them read. Every run is recorded with what it
 * found; running it twice finds the same orders and no more. Throws ShopifyError.
 */
export async function reconcileOrders(
  { shopId }: { readonly shopId: string },
  clock?: Clock,
): Promise<void> {
  const shop = systemContext(shopId, clock);
  const startedAt = shop.clock.now();
  const since = await readCursor(shop);
  if (since) await reconcileSince(shop, new Date(since.getTime() - OVERLAP_MS), startedAt);
}

/** From the last run on; the first run looks back to the installation. Null for a shop that left. */
async function readCursor(shop: ShopContext): Promise<Date | null> {
  const { shopId } = shop;
  const row = await inShop(shop, (tx) => tx.shop.findUnique({ where: { shopId } }));
  if (!row || row.uninstalledAt) return null;
  return row.ordersSeenUpTo ?? row.installedAt;
}

async function reconcileSince(shop: ShopContext, since: Date, startedAt: Date): Promise<void> {
  const { shopId } = shop;
  const patientUntil = startedAt.getTime() - WEBHOOK_PATIENCE_MS;
  let seen = 0;
  const missed: Awaited<ReturnType<typeof findMissedOrders>> = [];
  for (let cursor: string | null = null; ;) {
    const page = await listUpdatedOrders(shopId, since, cursor);
    seen += page.orders.length;
    const found = await noteMissed(shop, page.orders);
    missed.push(...found.filter(({ shopifys }) => Date.parse(shopifys) < patientUntil));
    cursor = page.endCursor;
    if (cursor === null) break;
  }
  await inShop(shop, async (tx) => {
    await tx.syncRun.create({
      data: {
        shopId,
        kind: "orders",
        status: "done",
        startedAt,
        finishedAt: shop.clock.now(),
        seen,
        drifted: missed.length,
        findings: missed.slice(0, MOST_FINDINGS).map(({ orderId, ours, shopifys }) => ({
          what: "order",
          id: orderId,
          ours,
          shopifys,
        })),
      },
    });
    await tx.shop.update({ where: { shopId }, data: { ordersSeenUpTo: startedAt } });
    await noteWaitingOrders(tx, shop);
  });
}

async function noteMissed(
  shop: ShopContext,
  orders: readonly { readonly id: string; readonly updatedAt: string }[],
) {
  return inShop(shop, async (tx) => {
    const missed = await findMissedOrders(tx, shop.shopId, orders);
    const reason = "found by the order check";
    await noteOrdersChanged(
      tx,
      shop,
      missed.map(({ orderId }) => ({ orderId, reason })),
    );
    return missed;
  });
}
