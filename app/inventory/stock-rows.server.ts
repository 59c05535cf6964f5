import type { Tx } from "#app/db.server.ts";
import { Prisma } from "#app/generated/prisma/client.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { Scope, ShelfPolicy } from "./pool/resolve-shelf.ts";
import { resolveShelf } from "./pool/resolve-shelf.ts";
import type { ShelfRecord } from "./pool/shelf-scopes.server.ts";
import {
  readShopSettings,
  shelfColumns,
  shelfTables,
  toScopes,
} from "./pool/shelf-scopes.server.ts";
import type { StockShow } from "./stock-shows.ts";
import { unitsToPromise } from "./units-to-promise.ts";

/** One item at one location as the inventory pages show it. Units. */
export interface StockRow {
  readonly inventoryItemId: string;
  readonly locationId: string;
  readonly locationName: string;
  readonly sku: string;
  readonly title: string;
  readonly groupName: string | null;
  readonly onHand: number;
  readonly available: number;
  readonly committed: number;
  readonly safetyStock: number;
  /** Who asked for it: "group Shoes at Denver". */
  readonly safetyFrom: string;
  readonly safetyScope: Scope;
  /** What would hold without a figure of the item's own here. */
  readonly inherited: string;
  readonly reserved: number;
  readonly canPromise: number;
  /** Why nothing may be promised from here; null while it may. */
  readonly outBecause: string | null;
  /** The item's own word about the pool here; null inherits. */
  readonly ownPooled: boolean | null;
  /** Pick success of the item's group here, 0 to 1, and out of how many tries. */
  readonly trustRate: number | null;
  readonly trustTries: number;
  /** An item that failed in a pick is not asked for until then. */
  readonly coolsOffUntil: string | null;
  /** When Shopify was last asked, or last told us; null before the first import. */
  readonly readAt: string | null;
}

export interface StockFilter {
  /** Part of a SKU or title, any case; empty: everything. */
  readonly search: string;
  /** Empty: every location. */
  readonly locationId: string;
  /** Empty: every group; "none": items without one. */
  readonly groupId: string;
  readonly show: StockShow;
}

/** The tables and condition of every shelf that fits the filter. */
export function whereMatching(shop: ShopContext, filter: StockFilter): Prisma.Sql {
  const { search, locationId, groupId, show } = filter;
  const like = `%${search.replace(/[\\%_]/g, "\\$&")}%`;
  const group = groupId === "none" ? "" : groupId;
  return Prisma.sql`
    from ${shelfTables}
    where level.shop_id = ${shop.shopId} and not item.deleted
      and (${search} = '' or item.sku ilike ${like} or item.title ilike ${like}
           or item.variant_title ilike ${like})
      and (${locationId} = '' or level.location_id = ${locationId})
      and (${groupId} = '' or coalesce(item.group_id, '') = ${group})
      and ${showing(shop, show)}`;
}

function showing(shop: ShopContext, show: StockShow): Prisma.Sql {
  switch (show) {
    case "all":
      return Prisma.sql`true`;
    case "none_left":
      return Prisma.sql`level.available <= 0`;
    case "own_settings":
      return Prisma.sql`(level.safety_stock is not null or level.pooled is not null
        or item.safety_stock is not null or item.pooled is not null)`;
    case "reserved":
      return Prisma.sql`${reservedUnits} > 0`;
    case "cooling_off":
      return Prisma.sql`${coolsOffUntil(shop)} is not null`;
  }
}

const reservedUnits = Prisma.sql`coalesce((select sum(held.units) from reservations held
  where held.shop_id = level.shop_id and held.status = 'active'
    and held.inventory_item_id = level.inventory_item_id
    and held.location_id = level.location_id), 0)::int`;

const coolsOffUntil = ({ clock }: ShopContext) => Prisma.sql`(select max(cool.until_at)
  from exclusions cool
  where cool.shop_id = level.shop_id and cool.order_id is null and cool.ended_at is null
    and cool.inventory_item_id = level.inventory_item_id
    and cool.location_id = level.location_id and cool.until_at > ${clock.now()})`;

type Row = ShelfRecord &
  Pick<
    StockRow,
    "inventoryItemId" | "locationId" | "sku" | "onHand" | "available" | "committed" | "reserved"
  > & {
    readonly itemTitle: string;
    readonly variantTitle: string;
    readonly readAt: Date | null;
    readonly coolsOffUntil: Date | null;
  };

/** The shelves of `matching` (see `whereMatching`) in the order and number that `rest` asks for. */
export async function readStockRows(
  tx: Tx,
  shop: ShopContext,
  matching: Prisma.Sql,
  rest: Prisma.Sql,
): Promise<StockRow[]> {
  const settings = await readShopSettings(tx, shop.shopId);
  const now = shop.clock.now();
  const rows = await tx.$queryRaw<Row[]>`
    select level.inventory_item_id "inventoryItemId", level.location_id "locationId", item.sku,
      item.title "itemTitle", item.variant_title "variantTitle", level.on_hand "onHand",
      level.available, level.committed, ${reservedUnits} reserved,
      ${coolsOffUntil(shop)} "coolsOffUntil",
      greatest(level.read_at, level.shopify_updated_at) "readAt", ${shelfColumns}
    ${matching} ${rest}`;
  return rows.map((row) => toStockRow(row, resolveShelf(toScopes(row, settings, now))));
}

function toStockRow(row: Row, policy: ShelfPolicy): StockRow {
  const { inventoryItemId, locationId, locationName, sku, groupName } = row;
  const { onHand, available, committed, reserved, ownPooled } = row;
  const { safetyStock, safetyFrom, safetyScope, outBecause, trust } = policy;
  return {
    ...{ inventoryItemId, locationId, locationName, sku, groupName, ownPooled },
    ...{ onHand, available, committed, reserved },
    ...{ safetyStock, safetyFrom, safetyScope, outBecause },
    title: [row.itemTitle, row.variantTitle].filter(Boolean).join(" / "),
    inherited: `${policy.inheritedSafetyStock} from ${policy.inheritedFrom}`,
    canPromise: unitsToPromise({ ...row, ...policy }),
    trustRate: trust.rate,
    trustTries: trust.tries,
    coolsOffUntil: row.coolsOffUntil?.toISOString() ?? null,
    readAt: row.readAt?.toISOString() ?? null,
  };
}
