import type { Tx } from "#app/db.server.ts";
import { inShop } from "#app/db.server.ts";
import { Prisma } from "#app/generated/prisma/client.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { measureTrust } from "../pool/measure-trust.ts";

export const countsPerPage = 50;

export interface CountFilter {
  /** Empty: every location. */
  readonly locationId: string;
  /** Empty: every group; "none": items without one. */
  readonly groupId: string;
  readonly page: number;
}

export interface ShelfToCount {
  readonly inventoryItemId: string;
  readonly locationId: string;
  readonly locationName: string;
  readonly sku: string;
  readonly title: string;
  readonly onHand: number;
  /** Decimal string in the shop's currency: what is on hand, times how likely it is not there. */
  readonly atRisk: string;
  /** Units a store did not find or found damaged here since the last count. */
  readonly rejectedUnits: number;
  readonly countedAt: string | null;
}

export interface CountList {
  readonly rows: readonly ShelfToCount[];
  readonly total: number;
  readonly locations: readonly { readonly id: string; readonly name: string }[];
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  readonly currency: string;
  readonly timeZone: string;
}

/** A count stays good for so long, unless a pick fails there. */
const freshDays = 30;

/**
 * What to count first: shelves by money at risk, the largest first. Money at risk is on hand x value
 * of a unit x doubt. The value is the unit's cost, else what it last sold for. The doubt is 1 where a
 * pick failed since the last count, else 1 less the lower end of the 95 % interval of the location's
 * pick success for the group: what has never been tried is wholly in doubt. Shelves counted in the
 * last 30 days without a failed pick since are left out.
 */
export async function listToCount(shop: ShopContext, filter: CountFilter): Promise<CountList> {
  const { shopId } = shop;
  return inShop(shop, async (tx) => {
    const { currency, timeZone } = await tx.shop.findUniqueOrThrow({ where: { shopId } });
    const locations = await tx.location.findMany({
      where: { shopId, active: true },
      orderBy: { name: "asc" },
    });
    const groups = await tx.productGroup.findMany({
      where: { shopId },
      orderBy: { position: "asc" },
    });
    const shelves = await shelvesAtRisk(tx, shop, filter);
    const [counted] = await tx.$queryRaw<{ total: number }[]>`
      ${shelves} select count(*)::int total from judged where at_risk > 0`;
    return {
      rows: await readPage(tx, shelves, filter.page),
      total: counted?.total ?? 0,
      locations: locations.map((row) => ({ id: row.locationId, name: row.name })),
      groups: groups.map((row) => ({ id: row.groupId, name: row.name })),
      currency,
      timeZone,
    };
  });
}

type Row = Omit<ShelfToCount, "countedAt" | "atRisk"> & {
  readonly countedAt: Date | null;
  readonly atRisk: Prisma.Decimal;
};

async function readPage(tx: Tx, shelves: Prisma.Sql, page: number): Promise<ShelfToCount[]> {
  const rows = await tx.$queryRaw<Row[]>`
    ${shelves}
    select inventory_item_id "inventoryItemId", location_id "locationId",
      location_name "locationName", sku, title, on_hand "onHand", at_risk "atRisk",
      rejected "rejectedUnits", counted_at "countedAt"
    from judged where at_risk > 0
    order by at_risk desc, inventory_item_id, location_id
    limit ${countsPerPage} offset ${(page - 1) * countsPerPage}`;
  return rows.map((row) => ({
    ...row,
    atRisk: row.atRisk.toFixed(2),
    countedAt: row.countedAt?.toISOString() ?? null,
  }));
}

/** The doubt per location and group comes as rows: its formula lives in `measureTrust` only. */
async function shelvesAtRisk(tx: Tx, shop: ShopContext, filter: CountFilter): Promise<Prisma.Sql> {
  const { shopId, clock } = shop;
  const measured = await tx.poolAccuracy.findMany({ where: { shopId } });
  const doubts = measured.map((row) => ({
    location: row.locationId,
    grp: row.groupId,
    doubt: 1 - measureTrust(row).low,
  }));
  const fresh = new Date(clock.now().getTime() - freshDays * 86_400_000);
  return Prisma.sql`
    with doubts as (
      select * from jsonb_to_recordset(${JSON.stringify(doubts)}::jsonb)
        as row(location text, grp text, doubt numeric)
    ), shelves as (${listShelves(shopId, filter)}
    ), failed as (
      select shelves.*, coalesce((select sum(gone.units) from rejections gone
        join rejection_reasons reason on reason.shop_id = gone.shop_id
          and reason.code = gone.reason_code and reason.stock_effect <> 'none'
        where gone.shop_id = ${shopId} and gone.inventory_item_id = shelves.inventory_item_id
          and gone.location_id = shelves.location_id
          and gone.at > coalesce(shelves.counted_at, '-infinity')), 0)::int rejected
      from shelves
    ), judged as (
      select failed.*, round(on_hand * value * case when rejected > 0 then 1
        when counted_at > ${fresh} then 0 else doubt end, 2) at_risk
      from failed
    )`;
}

function listShelves(shopId: string, { locationId, groupId }: CountFilter): Prisma.Sql {
  const group = groupId === "none" ? "" : groupId;
  return Prisma.sql`
    select level.inventory_item_id, level.location_id, place.name location_name, item.sku,
      concat_ws(' / ', item.title, nullif(item.variant_title, '')) title, level.on_hand,
      coalesce(nullif(item.unit_cost, 0), (select line.unit_price from order_lines line
        where line.shop_id = level.shop_id and line.inventory_item_id = level.inventory_item_id
        order by line.order_id desc limit 1), 0) value,
      coalesce(doubts.doubt, 1) doubt,
      (select max(done.counted_at) from stock_counts done
        where done.shop_id = level.shop_id and done.status = 'done'
          and done.inventory_item_id = level.inventory_item_id
          and done.location_id = level.location_id) counted_at
    from stock_levels level
    join items item on item.shop_id = level.shop_id
      and item.inventory_item_id = level.inventory_item_id
    join locations place on place.shop_id = level.shop_id
      and place.location_id = level.location_id
    left join doubts on doubts.location = level.location_id
      and doubts.grp = coalesce(item.group_id, '')
    where level.shop_id = ${shopId} and not item.deleted and item.tracked and place.active
      and level.on_hand > 0
      and (${locationId} = '' or level.location_id = ${locationId})
      and (${groupId} = '' or coalesce(item.group_id, '') = ${group})`;
}
