import type { Tx } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { resolveShelf } from "./resolve-shelf.ts";
import type { ShelfRecord } from "./shelf-scopes.server.ts";
import { readShopSettings, shelfColumns, shelfTables, toScopes } from "./shelf-scopes.server.ts";

/** One item at one location as decisions see it. Units; `available` may be negative. */
export interface Shelf {
  readonly inventoryItemId: string;
  readonly locationId: string;
  readonly available: number;
  readonly safetyStock: number;
  readonly shopifyUpdatedAt: Date | null;
  readonly policy: {
    readonly safetyFrom: string;
    readonly outBecause: string | null;
    readonly discount: { readonly found: number; readonly tries: number } | null;
  };
}

type Row = ShelfRecord &
  Pick<Shelf, "inventoryItemId" | "locationId" | "available" | "shopifyUpdatedAt">;

/** The mirror's rows of some items, with the pool's settings resolved for each. */
export async function loadShelves(
  tx: Tx,
  shop: ShopContext,
  inventoryItemIds: readonly string[],
): Promise<Shelf[]> {
  const settings = await readShopSettings(tx, shop.shopId);
  const now = shop.clock.now();
  const rows = await tx.$queryRaw<Row[]>`
    select level.inventory_item_id "inventoryItemId", level.location_id "locationId", level.available,
      level.shopify_updated_at "shopifyUpdatedAt", ${shelfColumns}
    from ${shelfTables}
    where level.shop_id = ${shop.shopId}
      and level.inventory_item_id = any(${[...inventoryItemIds]}::text[])`;
  return rows.map((row) => {
    const { inventoryItemId, locationId, available, shopifyUpdatedAt } = row;
    const shelf = resolveShelf(toScopes(row, settings, now));
    const { safetyStock, safetyFrom, outBecause, discount } = shelf;
    const policy = { safetyFrom, outBecause, discount };
    return { inventoryItemId, locationId, available, shopifyUpdatedAt, safetyStock, policy };
  });
}
