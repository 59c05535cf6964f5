import { numericId } from "./gid.ts";
import type { LiveItem, RawItem, RawVariant } from "./live-item.ts";
import { readItem } from "./live-item.ts";
import type { LiveLevel, RawQuantity } from "./live-level.ts";
import { readQuantities } from "./live-level.ts";
import { readBulkLines } from "./read-bulk-lines.server.ts";

export interface StockedItem {
  readonly item: LiveItem;
  readonly levels: readonly LiveLevel[];
}

interface RawLevel {
  readonly id: string;
  readonly location: { readonly id: string };
  readonly quantities: readonly RawQuantity[];
}

type Row = (RawItem | RawVariant | RawLevel) & {
  readonly id: string;
  readonly __parentId?: string;
};

interface Group {
  readonly item: RawItem;
  readonly variants: RawVariant[];
  readonly levels: RawLevel[];
}

/**
 * Streams the result of the catalog's bulk query (`documents/catalog.ts`), one item with its levels
 * at a time: however large the shop, one item is in memory. Items no variant sells are left out.
 *
 * Throws ShopifyError when the file cannot be fetched, Error when a row has lost its item.
 */
export async function* readBulkCatalog(url: string): AsyncGenerator<StockedItem> {
  let group: Group | null = null;
  for await (const line of readBulkLines(url)) {
    const row = JSON.parse(line) as Row;
    if (row.__parentId === undefined) {
      if (group) yield* toStockedItem(group);
      group = { item: row as RawItem, variants: [], levels: [] };
    } else {
      addChild(group, row);
    }
  }
  if (group) yield* toStockedItem(group);
}

function addChild(group: Group | null, row: Row): void {
  if (group?.item.id !== row.__parentId) {
    throw new Error(`Bulk row ${row.id} does not follow its item ${row.__parentId}.`);
  }
  if ("quantities" in row) group?.levels.push(row);
  else if ("product" in row) group?.variants.push(row);
}

function* toStockedItem({ item, variants, levels }: Group): Generator<StockedItem> {
  const [variant] = variants;
  if (!variant) return;
  const inventoryItemId = numericId(item.id);
  yield {
    item: readItem(item, variant),
    levels: levels.map((level) =>
      readQuantities(
        { inventoryItemId, locationId: numericId(level.location.id) },
        level.quantities,
      ),
    ),
  };
}
