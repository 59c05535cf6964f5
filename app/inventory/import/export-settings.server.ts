import type { CsvCell } from "#app/csv/write-csv.ts";
import { inShop } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";

const rowsAtOnce = 2_000;

interface Row {
  readonly inventoryItemId: string;
  readonly locationId: string;
  readonly key: string;
  readonly name: string;
  readonly safetyStock: number | null;
  readonly pooled: boolean | null;
}

/** Every shelf's own pool settings, in the form `checkSettingsFile` reads. */
export async function* exportSettings(
  shop: ShopContext,
): AsyncGenerator<readonly (readonly CsvCell[])[]> {
  let after = { inventoryItemId: "", locationId: "" };
  for (;;) {
    const rows = await inShop(
      shop,
      (tx) => tx.$queryRaw<Row[]>`
        select level.inventory_item_id "inventoryItemId", level.location_id "locationId",
          item.key, place.name, level.safety_stock "safetyStock", level.pooled
        from stock_levels level
        join items item on item.shop_id = level.shop_id
          and item.inventory_item_id = level.inventory_item_id
        join locations place on place.shop_id = level.shop_id
          and place.location_id = level.location_id
        where level.shop_id = ${shop.shopId} and not item.deleted and place.active
          and (level.inventory_item_id, level.location_id)
            > (${after.inventoryItemId}, ${after.locationId})
        order by level.inventory_item_id, level.location_id limit ${rowsAtOnce}`,
    );
    if (rows.length > 0) yield rows.map(toCells);
    const last = rows.at(-1);
    if (rows.length < rowsAtOnce || !last) return;
    after = last;
  }
}

function toCells({ key, name, safetyStock, pooled }: Row): CsvCell[] {
  if (pooled === null) return [key, name, safetyStock, null];
  return [key, name, safetyStock, pooled ? "yes" : "no"];
}
