import type { Tx } from "#app/db.server.ts";
import { Prisma } from "#app/generated/prisma/client.ts";
import type { ShelfScopes, ShopSettings } from "./resolve-shelf.ts";

/** Columns of `shelfTables` that `toScopes` reads. */
export interface ShelfRecord {
  readonly ownSafety: number | null;
  readonly ownPooled: boolean | null;
  readonly itemSafety: number | null;
  readonly itemPooled: boolean | null;
  readonly groupName: string | null;
  readonly groupSafety: number | null;
  readonly groupPooled: boolean | null;
  readonly groupDiscount: boolean | null;
  readonly groupMinTrust: number | null;
  readonly spotSafety: number | null;
  readonly spotPooled: boolean | null;
  readonly locationName: string;
  readonly locationType: string;
  readonly locationSafety: number | null;
  readonly locationInPool: boolean;
  readonly foundUnits: number | null;
  readonly missingUnits: number | null;
  readonly damagedUnits: number | null;
  readonly rightCounts: number | null;
  readonly wrongCounts: number | null;
  readonly quietSince: Date | null;
}

/** Every shelf with all that its policy depends on; its item may not have been imported yet. */
export const shelfTables = Prisma.sql`
  stock_levels level
  left join items item on item.shop_id = level.shop_id
    and item.inventory_item_id = level.inventory_item_id
  join locations place on place.shop_id = level.shop_id and place.location_id = level.location_id
  left join product_groups grp on grp.shop_id = level.shop_id and grp.group_id = item.group_id
  left join group_places spot on spot.shop_id = level.shop_id
    and spot.group_id = item.group_id and spot.location_id = level.location_id
  left join pool_accuracy tried on tried.shop_id = level.shop_id
    and tried.location_id = level.location_id and tried.group_id = coalesce(item.group_id, '')`;

export const shelfColumns = Prisma.sql`
  level.safety_stock "ownSafety", level.pooled "ownPooled",
  item.safety_stock "itemSafety", item.pooled "itemPooled",
  grp.name "groupName", grp.safety_stock "groupSafety", grp.pooled "groupPooled",
  grp.trust_discount "groupDiscount", grp.min_trust_percent "groupMinTrust",
  spot.safety_stock "spotSafety", spot.pooled "spotPooled",
  place.name "locationName", place.type "locationType",
  place.safety_stock "locationSafety", place.in_pool "locationInPool",
  tried.found_units "foundUnits", tried.missing_units "missingUnits",
  tried.damaged_units "damagedUnits", tried.right_counts "rightCounts",
  tried.wrong_counts "wrongCounts",
  greatest(level.first_known_at, level.last_fell_at) "quietSince"`;

export async function readShopSettings(tx: Tx, shopId: string): Promise<ShopSettings> {
  return tx.shop.findUniqueOrThrow({
    where: { shopId },
    select: {
      safetyStock: true,
      slowAfterDays: true,
      trustDiscount: true,
      minTrustPercent: true,
      trustTries: true,
    },
  });
}

const dayMs = 86_400_000;

export function toScopes(row: ShelfRecord, shop: ShopSettings, now: Date): ShelfScopes {
  const { quietSince } = row;
  return {
    shelf: { safetyStock: row.ownSafety, pooled: row.ownPooled },
    item: { safetyStock: row.itemSafety, pooled: row.itemPooled },
    groupPlace: { safetyStock: row.spotSafety, pooled: row.spotPooled },
    group: toGroup(row),
    location: {
      name: row.locationName,
      type: row.locationType,
      safetyStock: row.locationSafety,
      inPool: row.locationInPool,
    },
    shop,
    tried: {
      foundUnits: row.foundUnits ?? 0,
      missingUnits: row.missingUnits ?? 0,
      damagedUnits: row.damagedUnits ?? 0,
      rightCounts: row.rightCounts ?? 0,
      wrongCounts: row.wrongCounts ?? 0,
    },
    idleDays:
      quietSince === null ? null : Math.floor((now.getTime() - quietSince.getTime()) / dayMs),
  };
}

function toGroup(row: ShelfRecord): ShelfScopes["group"] {
  if (row.groupName === null) return null;
  return {
    name: row.groupName,
    safetyStock: row.groupSafety,
    pooled: row.groupPooled,
    trustDiscount: row.groupDiscount,
    minTrustPercent: row.groupMinTrust,
  };
}
