import type { Clock } from "#app/clock.ts";
import type { Tx } from "#app/db.server.ts";
import { inShop } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { systemContext } from "#app/shop-context.ts";
import type { BatchWorld } from "./internal/batch-world.ts";
import type { BarredPlace, StoredSnapshot } from "./internal/build-snapshot.ts";
import { freezeAgain } from "./internal/freeze-again.ts";
import { measureSaving } from "./internal/measure-saving.ts";
import { routeWithOutlook } from "./internal/route-with-outlook.ts";
import { loadBarredPlaces } from "./load-barred-places.server.ts";
import { loadBatchWorld } from "./load-batch-world.server.ts";
import { loadPool } from "./load-networks.server.ts";
import type { ReconsiderableOrder } from "./load-reconsiderable.server.ts";
import { loadReconsiderable } from "./load-reconsiderable.server.ts";
import { noteOrdersChanged } from "./note-orders-changed.server.ts";

/** Orders looked at in one run, the oldest first. */
const MOST_ORDERS = 200;
const TIMEOUT_MS = 60_000;

/**
 * Job `reconsider-orders`: asks for a second decision of orders that no store has accepted and for
 * which a plan now exists that saves what the shop wants at least. Only our own figures are looked at
 * here; the routing job reads the order in Shopify and has the last word. Running it twice asks once.
 */
export async function reconsiderOrders(
  { shopId }: { readonly shopId: string },
  clock?: Clock,
): Promise<void> {
  const shop = systemContext(shopId, clock);
  await inShop(shop, (tx) => askForBetter(tx, shop), { timeout: TIMEOUT_MS });
}

async function askForBetter(tx: Tx, shop: ShopContext): Promise<void> {
  const { shopId } = shop;
  const row = await tx.shop.findUnique({ where: { shopId } });
  if (!row?.reconsiderUnaccepted || row.uninstalledAt) return;
  const limits = { mostChanges: row.mostPlanChanges, limit: MOST_ORDERS };
  const orders = await loadReconsiderable(tx, shopId, limits);
  const pool = await loadPool(tx, shop);
  if (!pool || orders.length === 0) return;
  const itemIds = await listItemIds(tx, shopId, orders);
  const world = await loadBatchWorld(tx, shop, pool, itemIds);
  const ids = orders.map(({ order }) => order.orderId);
  const barred = await loadBarredPlaces(tx, shop, ids, itemIds);
  const better = orders.filter((one) => {
    const bars = [...(barred.ofOrder.get(one.order.orderId) ?? []), ...barred.coolOffs];
    return estimateSaving(one, world, bars) >= row.leastSaving.toNumber();
  });
  const orderIds = better.map(({ order }) => order.orderId);
  const reason = "a better plan may be there";
  await noteOrdersChanged(
    tx,
    shop,
    orderIds.map((orderId) => ({ orderId, reason })),
  );
  await tx.order.updateMany({
    where: { shopId, orderId: { in: orderIds } },
    data: { reconsider: true },
  });
}

async function listItemIds(
  tx: Tx,
  shopId: string,
  orders: readonly ReconsiderableOrder[],
): Promise<string[]> {
  const keys = new Set(orders.flatMap(({ snapshot }) => snapshot.items.map(({ sku }) => sku)));
  const items = await tx.item.findMany({
    where: { shopId, key: { in: [...keys] } },
    select: { inventoryItemId: true },
    orderBy: { inventoryItemId: "asc" },
  });
  return items.map(({ inventoryItemId }) => inventoryItemId);
}

/** In the shop's currency; nothing where there is no comparison. */
function estimateSaving(
  { snapshot, plan }: ReconsiderableOrder,
  world: BatchWorld,
  barred: readonly BarredPlace[],
): number {
  const today: StoredSnapshot = freezeAgain(snapshot, plan.parcels, world, barred);
  const { network } = world.networks.live;
  return measureSaving(routeWithOutlook(today, network), plan.parcels, network) ?? 0;
}
