import type { CsvProblem } from "#app/csv/csv-problem.ts";
import { problemsShown } from "#app/csv/csv-problem.ts";
import { readCsv } from "#app/csv/read-csv.server.ts";
import type { Tx } from "#app/db.server.ts";
import { inShop } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { mayChangePool } from "../pool/may-change-pool.ts";
import type { KnownNames, SettingsLine } from "./settings-file.ts";
import { settingsFile } from "./settings-file.ts";

export interface ShelfSettings {
  readonly safetyStock: number | null;
  readonly pooled: boolean | null;
}

/** One shelf that a file would change. */
export interface PoolChange {
  readonly inventoryItemId: string;
  readonly locationId: string;
  readonly sku: string;
  readonly place: string;
  readonly before: ShelfSettings;
  readonly after: ShelfSettings;
}

export type FileCheck =
  | { readonly ok: true; readonly importId: string }
  | { readonly ok: false; readonly problems: readonly CsvProblem[]; readonly problemCount: number };

const timeoutMs = 120_000;

/**
 * Dry run: reads a file of pool settings and keeps what it would change, without changing it. A file
 * with any problem is kept out as a whole. Null when the actor may not change the pool.
 */
export async function checkSettingsFile(
  shop: ShopContext,
  filename: string,
  file: AsyncIterable<Uint8Array>,
): Promise<FileCheck | null> {
  if (!mayChangePool(shop.actor)) return null;
  return inShop(shop, (tx) => check(tx, shop, filename, file), { timeout: timeoutMs });
}

async function check(
  tx: Tx,
  shop: ShopContext,
  filename: string,
  file: AsyncIterable<Uint8Array>,
): Promise<FileCheck> {
  const { shopId } = shop;
  const changes: PoolChange[] = [];
  const unstocked: CsvProblem[] = [];
  const table = settingsFile(await readNames(tx, shopId));
  const reading = await readCsv(file, table, async (lines) => {
    const known = await readShelves(tx, shopId, lines);
    for (const line of lines) {
      const before = known.get(keyOf(line));
      if (before) changes.push(...compare(line, before));
      else unstocked.push(describeUnstocked(line));
    }
  });
  if (!reading.ok) return reading;
  if (unstocked.length > 0) {
    const problems = unstocked.slice(0, problemsShown);
    return { ok: false, problems, problemCount: unstocked.length };
  }
  const { importId } = await tx.poolImport.create({
    data: {
      ...{ shopId, filename, lines: reading.rows, changeCount: changes.length },
      changes: changes.map((change) => ({
        ...change,
        before: { ...change.before },
        after: { ...change.after },
      })),
      createdBy: shop.actor.name,
      createdAt: shop.clock.now(),
    },
    select: { importId: true },
  });
  return { ok: true, importId };
}

async function readNames(tx: Tx, shopId: string): Promise<KnownNames> {
  const items = await tx.item.findMany({
    where: { shopId, deleted: false },
    select: { key: true, inventoryItemId: true },
  });
  const places = await tx.location.findMany({ where: { shopId, active: true } });
  const locations = new Map<string, string>();
  for (const { name, locationId } of places) {
    const key = name.trim().toLowerCase();
    locations.set(key, locations.has(key) ? "" : locationId);
  }
  return { items: new Map(items.map((item) => [item.key, item.inventoryItemId])), locations };
}

const keyOf = (shelf: { readonly inventoryItemId: string; readonly locationId: string }) =>
  `${shelf.inventoryItemId}@${shelf.locationId}`;

async function readShelves(
  tx: Tx,
  shopId: string,
  lines: readonly SettingsLine[],
): Promise<Map<string, ShelfSettings>> {
  const wanted = JSON.stringify(
    lines.map(({ inventoryItemId, locationId }) => ({ item: inventoryItemId, place: locationId })),
  );
  const rows = await tx.$queryRaw<
    (ShelfSettings & { inventoryItemId: string; locationId: string })[]
  >`
    select level.inventory_item_id "inventoryItemId", level.location_id "locationId",
      level.safety_stock "safetyStock", level.pooled
    from jsonb_to_recordset(${wanted}::jsonb) as wanted(item text, place text)
    join stock_levels level on level.shop_id = ${shopId}
      and level.inventory_item_id = wanted.item and level.location_id = wanted.place`;
  return new Map(
    rows.map((row) => [keyOf(row), { safetyStock: row.safetyStock, pooled: row.pooled }]),
  );
}

function compare(line: SettingsLine, before: ShelfSettings): PoolChange[] {
  const { inventoryItemId, locationId, sku, place, safetyStock, pooled } = line;
  if (before.safetyStock === safetyStock && before.pooled === pooled) return [];
  return [{ inventoryItemId, locationId, sku, place, before, after: { safetyStock, pooled } }];
}

function describeUnstocked({ lineNumber, sku, place }: SettingsLine): CsvProblem {
  return { line: lineNumber, message: `Shopify does not stock ${sku} at ${place}.` };
}
