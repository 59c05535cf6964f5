import type { Tx } from "#app/db.server.ts";
import { Prisma } from "#app/generated/prisma/client.ts";
import { unitsLeftToday } from "#app/locations/units-left-today.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { BatchWorld } from "./internal/batch-world.ts";
import type { PoolItem } from "./internal/build-snapshot.ts";
import type { LevelRow, ReservedUnits } from "./internal/stock-pool.ts";
import { buildPool } from "./internal/stock-pool.ts";
import type { Pool } from "./load-networks.server.ts";

/** Reads what some items' orders are decided in: five statements, whatever the number of orders. */
export async function loadBatchWorld(
  tx: Tx,
  shop: ShopContext,
  pool: Pool,
  inventoryItemIds: readonly string[],
): Promise<BatchWorld> {
  const ids = [...inventoryItemIds];
  const { shopId } = shop;
  const items = await tx.item.findMany({ where: { shopId, inventoryItemId: { in: ids } } });
  const levels = await loadLevels(tx, shopId, ids);
  const reserved = await loadReserved(tx, shopId, ids);
  return {
    now: shop.clock.now(),
    networks: pool.networks,
    items: new Map(
      items.map((item): [string, PoolItem] => [
        item.inventoryItemId,
        {
          sku: item.key,
          weightKg: item.weightKg.toNumber(),
          tags: item.tags,
          unitCost: item.unitCost.toFixed(4),
          tracked: item.tracked,
        },
      ]),
    ),
    pool: buildPool(levels, reserved),
    unitsLeftToday: await unitsLeftToday(tx, shop, pool.locations),
  };
}

async function loadLevels(tx: Tx, shopId: string, ids: string[]): Promise<LevelRow[]> {
  return tx.$queryRaw<LevelRow[]>(Prisma.sql`
    select level.inventory_item_id as "inventoryItemId", level.location_id as "locationId",
      level.available, coalesce(level.safety_stock, place.safety_stock, 0) as "safetyStock",
      level.shopify_updated_at as "shopifyUpdatedAt"
    from stock_levels level
    join locations place on place.shop_id = level.shop_id and place.location_id = level.location_id
    where level.shop_id = ${shopId} and level.inventory_item_id = any(${ids}::text[])`);
}

async function loadReserved(tx: Tx, shopId: string, ids: string[]): Promise<ReservedUnits[]> {
  return tx.$queryRaw<ReservedUnits[]>(Prisma.sql`
    select inventory_item_id as "inventoryItemId", location_id as "locationId",
      sum(units)::int as units
    from reservations
    where shop_id = ${shopId} and status = 'active'
      and inventory_item_id = any(${ids}::text[])
    group by 1, 2`);
}
