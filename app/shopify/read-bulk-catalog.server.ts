import { numericId } from "./gid.ts";
import type { LiveItem, RawCollection, RawItem, RawVariant } from "./live-item.ts";
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

type RootRow = RawVariant & { readonly inventoryItem: RawItem };

type Row = (RootRow | RawCollection | RawLevel) & {
  readonly id: string;
  readonly __parentId?: string;
};

interface Group {
  readonly variant: RootRow;
  readonly collections: RawCollection[];
  readonly levels: RawLevel[];
}

/**
 * Streams the result of the catalog's bulk query (`documents/catalog.ts`), one variant's item with its
 * levels at a time: however large the shop, one item is in memory. Items no variant sells are left
 * out; one that several variants sell comes once for each.
 *
 * Throws ShopifyError when the file cannot be fetched, Error when a row has lost its variant.
 */
export async function* readBulkCatalog(url: string): AsyncGenerator<StockedItem> {
  let group: Group | null = null;
  for await (const line of readBulkLines(url)) {
    const row = JSON.parse(line) as Row;
    if (row.__parentId === undefined) {
      if (group) yield toStockedItem(group);
      group = { variant: row as RootRow, collections: [], levels: [] };
    } else {
      addChild(group, row);
    }
  }
  if (group) yield toStockedItem(group);
}

/**
 * Shopify names the root row as parent of what hangs on one of its objects too. Its documentation
 * does not promise that, so a row that names the object itself is taken as well.
 */
function addChild(group: Group | null, row: Row): void {
  const { variant } = group ?? {};
  const parents = [variant?.id, variant?.inventoryItem.id, variant?.product.id];
  if (!parents.includes(row.__parentId)) {
    throw new Error(`Bulk row ${row.id} does not follow its variant ${row.__parentId}.`);
  }
  if ("quantities" in row) group?.levels.push(row);
  else group?.collections.push(row as RawCollection);
}

function toStockedItem({ variant, collections, levels }: Group): StockedItem {
  const inventoryItemId = numericId(variant.inventoryItem.id);
  return {
    item: readItem(variant.inventoryItem, variant, collections),
    levels: levels.map((level) =>
      readQuantities(
        { inventoryItemId, locationId: numericId(level.location.id) },
        level.quantities,
      ),
    ),
  };
}
