import { inShop } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { PoolChange } from "./check-settings-file.server.ts";

export interface ImportView {
  readonly importId: string;
  readonly status: "checked" | "applied";
  readonly filename: string;
  readonly lines: number;
  readonly changeCount: number;
  /** The first hundred. */
  readonly changes: readonly PoolChange[];
}

const changesShown = 100;

/** What a checked file would change, or has changed; null when the shop has no such import. */
export async function showImport(shop: ShopContext, importId: string): Promise<ImportView | null> {
  const { shopId } = shop;
  return inShop(shop, async (tx) => {
    const [stored] = await tx.$queryRaw<ImportView[]>`
      select import_id "importId", status, filename, lines, change_count "changeCount",
        jsonb_path_query_array(changes, ${`$[0 to ${changesShown - 1}]`}::jsonpath) changes
      from pool_imports where shop_id = ${shopId} and import_id = ${importId}`;
    return stored ?? null;
  });
}
