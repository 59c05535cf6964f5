import type { Tx } from "#app/db.server.ts";
import type { Item as ItemRow } from "#app/generated/prisma/client.ts";
import { Prisma } from "#app/generated/prisma/client.ts";
import { loadOutlooks } from "#app/inventory/opportunity/load-outlooks.server.ts";
import { loadShelves } from "#app/inventory/pool/load-shelves.server.ts";
import { readCapacity } from "#app/locations/read-capacity.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { BatchWorld } from "./internal/batch-world.ts";
import type { PoolItem } from "./internal/build-snapshot.ts";
import type { ReservedUnits } from "./internal/stock-pool.ts";
import { buildPool, cellKey } from "./internal/stock-pool.ts";
import { loadLookAhead } from "./load-look-ahead.server.ts";
import type { Pool } from "./load-networks.server.ts";

/** Reads what some items' orders are decided in: eight statements, whatever the number of orders. */
export async function loadBatchWorld(
  tx: Tx,
  shop: ShopContext,
  pool: Pool,
  inventoryItemIds: readonly string[],
): Promise<BatchWorld> {
  const ids = [...inventoryItemIds];
  const { shopId } = shop;
  const items = await tx.item.findMany({ where: { shopId, inventoryItemId: { in: ids } } });
  const outlooks = await loadOutlooks(tx, shopId, ids);
  const levels = (await loadShelves(tx, shop, ids)).map((level) => {
    const outlook = outlooks.get(cellKey(level.inventoryItemId, level.locationId));
    return outlook ? { ...level, outlook } : level;
  });
  const reserved = await loadReserved(tx, shopId, ids);
  const { left, work } = await readCapacity(tx, shop, pool.locations);
  return {
    now: shop.clock.now(),
    networks: pool.networks,
    items: new Map(items.map((item) => [item.inventoryItemId, toPoolItem(item)])),
    pool: buildPool(levels, reserved),
    outsidePool: new Set(
      pool.locations.filter(({ inPool }) => !inPool).map(({ locationId }) => locationId),
    ),
    capacity: new Map(left),
    lookAhead: await loadLookAhead(tx, shop, pool),
    work,
  };
}

function toPoolItem(item: ItemRow): PoolItem {
  const { key, tags, productType, vendor, collections, tracked } = item;
  return {
    ...{ sku: key, tags, productType, vendor, collections, tracked },
    weightKg: item.weightKg.toNumber(),
    unitCost: item.unitCost.toFixed(4),
  };
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
