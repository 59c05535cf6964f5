import type { Tx } from "#app/db.server.ts";
import { inShop } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { LookAheadSettings } from "./look-ahead-settings.ts";
import { readLookAhead } from "./read-look-ahead.server.ts";
import { readShopFormat, type ShopFormat } from "./read-shop-format.server.ts";

/** The settings page: what is set, and what it did so far. */
export interface LookAheadView {
  readonly settings: LookAheadSettings;
  readonly seen: string;
  readonly format: ShopFormat;
  readonly costs: {
    /** ISO 8601; null before the first reckoning. */
    readonly reckonedAt: string | null;
    /** Items whose units cost more at some locations than at others, by what the figure rests on. */
    readonly bySales: number;
    readonly byCover: number;
  };
  readonly waitingOrders: number;
  /** Plans changed before a store accepted them in the last 30 days, and what that saved. */
  readonly changes: { readonly count: number; readonly saved: string };
}

const THIRTY_DAYS_MS = 30 * 24 * 3_600_000;

export async function showLookAhead(shop: ShopContext): Promise<LookAheadView> {
  const { shopId } = shop;
  return inShop(shop, async (tx) => {
    const since = new Date(shop.clock.now().getTime() - THIRTY_DAYS_MS);
    const changed = await tx.decision.aggregate({
      where: { shopId, saving: { not: null }, createdAt: { gte: since } },
      _count: true,
      _sum: { saving: true },
    });
    return {
      ...(await readLookAhead(tx, shopId)),
      format: await readShopFormat(tx, shop),
      costs: await readCosts(tx, shopId),
      waitingOrders: await tx.order.count({ where: { shopId, decideAfter: { not: null } } }),
      changes: { count: changed._count, saved: (changed._sum.saving ?? 0).toString() },
    };
  });
}

async function readCosts(tx: Tx, shopId: string): Promise<LookAheadView["costs"]> {
  const [row] = await tx.$queryRaw<{ at: Date | null; bySales: number; byCover: number }[]>`
    select max(computed_at) as at,
      count(distinct inventory_item_id) filter (where basis = 'sales' and scarcity > 0)::int
        as "bySales",
      count(distinct inventory_item_id) filter (where basis = 'cover' and scarcity > 0)::int
        as "byCover"
    from opportunity_costs where shop_id = ${shopId}`;
  const { at, bySales, byCover } = row!;
  return { reckonedAt: at?.toISOString() ?? null, bySales, byCover };
}
