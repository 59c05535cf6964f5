import type { Tx } from "../db.server.ts";
import { inShop } from "../db.server.ts";
import { Prisma } from "../generated/prisma/client.ts";
import type { ShopContext } from "../shop-context.ts";
import type { StockFilter, StockRow } from "./stock-rows.server.ts";
import { readStockRows, whereMatching } from "./stock-rows.server.ts";

export const stockRowsPerPage = 50;

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
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  readonly lastAudit: StockAudit | null;
  /** An import or comparison with Shopify is going on. */
  readonly syncing: boolean;
  readonly timeZone: string;
  readonly now: string;
}

/** One page of the pool: every item at every location, with what Backroom may promise from it. */
export async function listStock(
  shop: ShopContext,
  { page, ...filter }: StockFilter & { readonly page: number },
): Promise<StockPage> {
  const { shopId } = shop;
  return inShop(shop, async (tx) => {
    const { timeZone } = await tx.shop.findUniqueOrThrow({ where: { shopId } });
    const matching = whereMatching(shop, filter);
    const locations = await tx.location.findMany({ orderBy: { name: "asc" } });
    const groups = await tx.productGroup.findMany({ orderBy: { position: "asc" } });
    const running = await tx.syncRun.count({
      where: { status: "running", kind: { in: ["catalog", "stock_audit", "location_audit"] } },
    });
    const inTurn = Prisma.sql`order by item.key, place.name, level.location_id
      limit ${stockRowsPerPage} offset ${(page - 1) * stockRowsPerPage}`;
    return {
      rows: await readStockRows(tx, shop, matching, inTurn),
      total: await countRows(tx, matching),
      locations: locations.map((row) => ({ id: row.locationId, name: row.name })),
      groups: groups.map((row) => ({ id: row.groupId, name: row.name })),
      lastAudit: await readLastAudit(tx),
      syncing: running > 0,
      timeZone,
      now: shop.clock.now().toISOString(),
    };
  });
}

async function countRows(tx: Tx, matching: Prisma.Sql): Promise<number> {
  const [counted] = await tx.$queryRaw<{ total: number }[]>`select count(*)::int total ${matching}`;
  return counted?.total ?? 0;
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
