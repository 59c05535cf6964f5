import type { Tx } from "../db.server.ts";
import { inShop } from "../db.server.ts";
import { Prisma } from "../generated/prisma/client.ts";
import type { ShopContext } from "../shop-context.ts";
import { unitsToPromise } from "./units-to-promise.ts";

export const stockRowsPerPage = 50;

export interface StockFilter {
  /** Part of a SKU or title, any case; empty: everything. */
  readonly search: string;
  /** Empty: every location. */
  readonly locationId: string;
  readonly page: number;
}

export interface StockRow {
  readonly inventoryItemId: string;
  readonly locationId: string;
  readonly locationName: string;
  readonly sku: string;
  readonly title: string;
  readonly onHand: number;
  readonly available: number;
  readonly committed: number;
  /** What applies: the item's own figure here, else the location's. */
  readonly safetyStock: number;
  readonly safetyStockIsOwn: boolean;
  readonly reserved: number;
  readonly canPromise: number;
  /** When Shopify was last asked, or last told us; null before the first import. */
  readonly readAt: string | null;
}

export interface StockAudit {
  readonly finishedAt: string | null;
  readonly status: string;
  readonly seen: number;
  readonly drifted: number;
}

export interface StockPage {
  readonly rows: readonly StockRow[];
  readonly total: number;
  readonly locations: readonly { readonly id: string; readonly name: string }[];
  readonly lastAudit: StockAudit | null;
  /** An import or comparison with Shopify is going on. */
  readonly syncing: boolean;
  readonly timeZone: string;
  readonly now: string;
}

/** One page of the pool: every item at every location, with what Backroom may promise from it. */
export async function listStock(shop: ShopContext, filter: StockFilter): Promise<StockPage> {
  return inShop(shop, async (tx) => {
    const { timeZone } = await tx.shop.findUniqueOrThrow({ where: { shopId: shop.shopId } });
    const matching = whereMatching(shop.shopId, filter);
    const locations = await tx.location.findMany({ orderBy: { name: "asc" } });
    const running = await tx.syncRun.count({
      where: { status: "running", kind: { in: ["catalog", "stock_audit"] } },
    });
    return {
      rows: await readRows(tx, matching, filter.page),
      total: await countRows(tx, matching),
      locations: locations.map((row) => ({ id: row.locationId, name: row.name })),
      lastAudit: await readLastAudit(tx),
      syncing: running > 0,
      timeZone,
      now: shop.clock.now().toISOString(),
    };
  });
}

function whereMatching(shopId: string, { search, locationId }: StockFilter): Prisma.Sql {
  const like = `%${search.replace(/[\\%_]/g, "\\$&")}%`;
  return Prisma.sql`
    from stock_levels level
    join items item using (shop_id, inventory_item_id)
    join locations place using (shop_id, location_id)
    where shop_id = ${shopId} and not item.deleted
      and (${search} = '' or item.sku ilike ${like} or item.title ilike ${like}
           or item.variant_title ilike ${like})
      and (${locationId} = '' or location_id = ${locationId})`;
}

async function countRows(tx: Tx, matching: Prisma.Sql): Promise<number> {
  const [counted] = await tx.$queryRaw<{ total: number }[]>`select count(*)::int total ${matching}`;
  return counted?.total ?? 0;
}

type StockRecord = Omit<StockRow, "canPromise" | "readAt" | "title"> & {
  readonly itemTitle: string;
  readonly variantTitle: string;
  readonly readAt: Date | null;
};

async function readRows(tx: Tx, matching: Prisma.Sql, page: number): Promise<StockRow[]> {
  const records = await tx.$queryRaw<StockRecord[]>`
    select inventory_item_id "inventoryItemId", location_id "locationId",
      place.name "locationName", item.sku, item.title "itemTitle",
      item.variant_title "variantTitle", level.on_hand "onHand", level.available, level.committed,
      coalesce(level.safety_stock, place.safety_stock, 0) "safetyStock",
      level.safety_stock is not null "safetyStockIsOwn",
      coalesce((select sum(held.units) from reservations held
        where held.shop_id = level.shop_id and held.status = 'active'
          and held.inventory_item_id = level.inventory_item_id
          and held.location_id = level.location_id), 0)::int reserved,
      greatest(level.read_at, level.shopify_updated_at) "readAt"
    ${matching}
    order by item.key, place.name, location_id
    limit ${stockRowsPerPage} offset ${(page - 1) * stockRowsPerPage}`;
  return records.map(({ itemTitle, variantTitle, readAt, ...record }) => ({
    ...record,
    title: [itemTitle, variantTitle].filter(Boolean).join(" / "),
    canPromise: unitsToPromise(record),
    readAt: readAt?.toISOString() ?? null,
  }));
}

async function readLastAudit(tx: Tx): Promise<StockAudit | null> {
  const run = await tx.syncRun.findFirst({
    where: { kind: "stock_audit", status: { not: "running" } },
    orderBy: { startedAt: "desc" },
  });
  if (!run) return null;
  const finishedAt = run.finishedAt?.toISOString() ?? null;
  return { finishedAt, status: run.status, seen: run.seen, drifted: run.drifted };
}
