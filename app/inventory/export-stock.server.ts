import type { CsvCell } from "#app/csv/write-csv.ts";
import { inShop } from "#app/db.server.ts";
import { Prisma } from "#app/generated/prisma/client.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { StockFilter, StockRow } from "./stock-rows.server.ts";
import { readStockRows, whereMatching } from "./stock-rows.server.ts";

const rowsAtOnce = 1_000;

export const stockExportHeader = [
  "SKU",
  "Location",
  "Item",
  "Group",
  "On hand",
  "Committed",
  "Available",
  "Safety stock",
  "Safety stock from",
  "Reserved",
  "Can promise",
  "Left out because",
  "Pick success %",
  "Tries",
  "Read at",
] as const;

/** Every shelf that fits the filter, a thousand at a time: a file of any length costs one batch. */
export async function* exportStock(
  shop: ShopContext,
  filter: StockFilter,
): AsyncGenerator<readonly (readonly CsvCell[])[]> {
  let after = { inventoryItemId: "", locationId: "" };
  for (;;) {
    const { inventoryItemId, locationId } = after;
    const next = Prisma.sql`
      and (level.inventory_item_id, level.location_id) > (${inventoryItemId}, ${locationId})
      order by level.inventory_item_id, level.location_id limit ${rowsAtOnce}`;
    const rows = await inShop(shop, (tx) =>
      readStockRows(tx, shop, whereMatching(shop, filter), next),
    );
    if (rows.length > 0) yield rows.map(toCells);
    const last = rows.at(-1);
    if (rows.length < rowsAtOnce || !last) return;
    after = last;
  }
}

function toCells(row: StockRow): CsvCell[] {
  return [
    row.sku,
    row.locationName,
    row.title,
    row.groupName,
    row.onHand,
    row.committed,
    row.available,
    row.safetyStock,
    row.safetyFrom,
    row.reserved,
    row.canPromise,
    row.outBecause,
    row.trustRate === null ? null : Math.round(row.trustRate * 1000) / 10,
    row.trustTries,
    row.readAt,
  ];
}
