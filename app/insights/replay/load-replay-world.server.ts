import type { Tx } from "#app/db.server.ts";
import type { TrialPool } from "#app/orders/try-order.ts";
import { loadBatchWorld } from "#app/orders/load-batch-world.server.ts";
import type { Pool } from "#app/orders/load-networks.server.ts";
import { loadPool } from "#app/orders/load-networks.server.ts";
import { networkOverTime } from "#app/orders/network-over-time.ts";
import { dailyCapacity } from "#app/locations/read-capacity.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { PastRange } from "./load-past-orders.server.ts";
import { loadPastOrders } from "./load-past-orders.server.ts";
import { reconstructOpeningStock } from "./reconstruct-opening-stock.ts";
import type { OpeningStock, PastOrder, ReplayWorld, StockMovement } from "./replay-world.ts";

/**
 * What past orders are decided again in: today's network, prices and pool settings, each order's own
 * calendar day, and the stock they met. Null before the first sync. Reads only.
 */
export async function loadReplayWorld(
  tx: Tx,
  shop: ShopContext,
  range: PastRange,
): Promise<ReplayWorld | null> {
  const pool = await loadPool(tx, shop);
  if (!pool) return null;
  const orders = await loadPastOrders(tx, shop, range);
  const itemIds = listItems(orders);
  const now = await loadBatchWorld(tx, shop, pool, itemIds);
  const since = orders[0] ? new Date(orders[0].placedAt) : range.until;
  const movements = await loadMovements(tx, shop, itemIds, since);
  return {
    orders,
    items: now.items,
    opening: reconstructOpeningStock(listCells(now.pool), orders, movements),
    movements,
    limits: limitDays(pool),
    outsidePool: now.outsidePool,
    networkAt: networkOverTime(pool.networks.live.network, pool.locations),
  };
}

function listItems(orders: readonly PastOrder[]): string[] {
  const ids = orders.flatMap(({ trial }) =>
    trial.lines.flatMap(({ inventoryItemId }) => inventoryItemId ?? []),
  );
  return [...new Set(ids)].sort();
}

function listCells(pool: TrialPool): OpeningStock[] {
  return [...pool].flatMap(([inventoryItemId, cells]) =>
    [...cells].map(([locationId, cell]) => ({ inventoryItemId, locationId, cell })),
  );
}

function limitDays({ locations }: Pool): ReplayWorld["limits"] {
  return locations.flatMap((row) => {
    const capacity = dailyCapacity(row);
    const { orders, units, minutes } = capacity;
    if (orders === null && units === null && minutes === null) return [];
    return [{ locationId: row.locationId, timeZone: row.timeZone, capacity }];
  });
}

/** Changes of stock that surely no order made: counts, and corrections after a rejection. */
async function loadMovements(
  tx: Tx,
  { shopId }: ShopContext,
  itemIds: readonly string[],
  since: Date,
): Promise<StockMovement[]> {
  const rows = await tx.stockMovement.findMany({
    where: {
      shopId,
      inventoryItemId: { in: [...itemIds] },
      at: { gte: since },
      cause: { in: ["count", "correction"] },
    },
    orderBy: [{ at: "asc" }, { movementId: "asc" }],
  });
  return rows.map(({ at, inventoryItemId, locationId, before, after }) => ({
    ...{ at: at.toISOString(), inventoryItemId, locationId, units: after - before },
  }));
}
