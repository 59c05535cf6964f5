import type { Tx } from "#app/db.server.ts";
import { inShop } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { listLevelsOfLocation } from "#app/shopify/list-levels-of-location.server.ts";
import type { LiveLevel } from "#app/shopify/live-level.ts";
import type { Drift } from "./compare-levels.ts";
import { compareLevels, shelfOf } from "./compare-levels.ts";
import { recordReadings } from "./record-reading.server.ts";

export interface LocationAudit {
  readonly seen: number;
  readonly drifts: readonly Drift[];
}

/** Compares the mirror with Shopify at one location, page by page, and repairs it on the way. */
export async function auditLocation(shop: ShopContext, locationId: string): Promise<LocationAudit> {
  const startedAt = shop.clock.now();
  const seen: string[] = [];
  const drifts: Drift[] = [];
  for await (const page of listLevelsOfLocation(shop.shopId, locationId)) {
    seen.push(...page.map((level) => level.inventoryItemId));
    drifts.push(...(await inShop(shop, (tx) => repairPage(tx, shop, locationId, page))));
  }
  drifts.push(
    ...(await inShop(shop, (tx) => dropUnstocked(tx, shop, { locationId, seen, startedAt }))),
  );
  return { seen: seen.length, drifts };
}

async function repairPage(
  tx: Tx,
  shop: ShopContext,
  locationId: string,
  page: readonly LiveLevel[],
): Promise<Drift[]> {
  const ours = await tx.stockLevel.findMany({
    where: {
      shopId: shop.shopId,
      locationId,
      inventoryItemId: { in: page.map((level) => level.inventoryItemId) },
    },
  });
  await recordReadings(tx, shop, page, "audit");
  return compareLevels(ours, page, shop.clock.now());
}

interface Unstocked {
  readonly locationId: string;
  readonly seen: readonly string[];
  readonly startedAt: Date;
}

/** Rows for what Shopify does not stock there (any more), unless they came in during the audit. */
async function dropUnstocked(
  tx: Tx,
  shop: ShopContext,
  { locationId, seen, startedAt }: Unstocked,
): Promise<Drift[]> {
  const gone = await tx.$queryRaw<{ inventoryItemId: string; available: number }[]>`
    delete from stock_levels
    where shop_id = ${shop.shopId} and location_id = ${locationId}
      and inventory_item_id <> all(${[...seen]})
      and coalesce(greatest(read_at, shopify_updated_at), '-infinity') < ${startedAt}
    returning inventory_item_id "inventoryItemId", available`;
  return gone.map(({ inventoryItemId, available }) => ({
    what: "available",
    id: shelfOf({ inventoryItemId, locationId }),
    ours: available,
    shopifys: null,
  }));
}
