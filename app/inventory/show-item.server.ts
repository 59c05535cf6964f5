import type { Tx } from "#app/db.server.ts";
import { inShop } from "#app/db.server.ts";
import { Prisma } from "#app/generated/prisma/client.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { ItemEvent } from "./item-history.server.ts";
import { readItemHistory } from "./item-history.server.ts";
import type { StockRow } from "./stock-rows.server.ts";
import { readStockRows, whereMatching } from "./stock-rows.server.ts";

export interface OpenOrderRow {
  readonly orderId: string;
  readonly name: string;
  readonly status: string;
  readonly units: number;
  readonly placedAt: string | null;
}

export interface ReservationRow {
  readonly orderId: string;
  readonly orderName: string;
  readonly locationName: string;
  readonly units: number;
  readonly since: string;
}

export interface ItemPage {
  readonly inventoryItemId: string;
  readonly title: string;
  readonly sku: string;
  readonly imageUrl: string | null;
  readonly productType: string;
  readonly vendor: string;
  readonly tags: readonly string[];
  readonly unitCost: string;
  readonly tracked: boolean;
  readonly groupId: string | null;
  readonly groupName: string | null;
  /** The item's own settings, for every location. */
  readonly safetyStock: number | null;
  readonly pooled: boolean | null;
  readonly shelves: readonly StockRow[];
  readonly reservations: readonly ReservationRow[];
  readonly orders: readonly OpenOrderRow[];
  readonly history: readonly ItemEvent[];
  readonly currency: string;
  readonly timeZone: string;
  readonly now: string;
}

const rowsShown = 50;

/** One item everywhere: its shelves, what moved, who holds units; null when there is none. */
export async function showItem(
  shop: ShopContext,
  inventoryItemId: string,
): Promise<ItemPage | null> {
  const { shopId } = shop;
  return inShop(shop, async (tx) => {
    const item = await tx.item.findFirst({ where: { shopId, inventoryItemId, deleted: false } });
    if (!item) return null;
    const { currency, timeZone } = await tx.shop.findUniqueOrThrow({ where: { shopId } });
    const group = await tx.productGroup.findFirst({
      where: { shopId, groupId: item.groupId ?? "" },
    });
    const everywhere = { search: "", locationId: "", groupId: "", show: "all" } as const;
    const one = Prisma.sql`and level.inventory_item_id = ${inventoryItemId}
      order by place.name, level.location_id`;
    const { sku, imageUrl, productType, vendor, tags, tracked, safetyStock, pooled } = item;
    return {
      ...{ inventoryItemId, sku, imageUrl, productType, vendor, tags, tracked },
      ...{ safetyStock, pooled, currency, timeZone },
      title: [item.title, item.variantTitle].filter(Boolean).join(" / "),
      unitCost: item.unitCost.toFixed(2),
      groupId: item.groupId,
      groupName: group?.name ?? null,
      shelves: await readStockRows(tx, shop, whereMatching(shop, everywhere), one),
      reservations: await readReservations(tx, shopId, inventoryItemId),
      orders: await readOpenOrders(tx, shopId, inventoryItemId),
      history: await readItemHistory(tx, shopId, inventoryItemId),
      now: shop.clock.now().toISOString(),
    };
  });
}

async function readReservations(tx: Tx, shopId: string, item: string): Promise<ReservationRow[]> {
  const rows = await tx.$queryRaw<(Omit<ReservationRow, "since"> & { since: Date })[]>`
    select held.order_id "orderId", coalesce(nullif(placed.name, ''), held.order_id) "orderName",
      place.name "locationName", held.units, held.created_at since
    from reservations held
    join locations place using (shop_id, location_id)
    left join orders placed using (shop_id, order_id)
    where shop_id = ${shopId} and held.inventory_item_id = ${item} and held.status = 'active'
    order by held.created_at desc limit ${rowsShown}`;
  return rows.map((row) => ({ ...row, since: row.since.toISOString() }));
}

async function readOpenOrders(tx: Tx, shopId: string, item: string): Promise<OpenOrderRow[]> {
  const rows = await tx.$queryRaw<(Omit<OpenOrderRow, "placedAt"> & { placedAt: Date | null })[]>`
    select placed.order_id "orderId", coalesce(nullif(placed.name, ''), placed.order_id) name,
      placed.status, sum(line.units)::int units, placed.placed_at "placedAt"
    from order_lines line join orders placed using (shop_id, order_id)
    where shop_id = ${shopId} and line.inventory_item_id = ${item} and line.units > 0
      and placed.status not in ('fulfilled', 'cancelled')
    group by placed.order_id, placed.name, placed.status, placed.placed_at
    order by placed.placed_at desc nulls last limit ${rowsShown}`;
  return rows.map((row) => ({ ...row, placedAt: row.placedAt?.toISOString() ?? null }));
}
