import type { Tx } from "#app/db.server.ts";
import { inShop } from "#app/db.server.ts";
import type { CsvReading } from "#app/csv/read-csv.server.ts";
import { readFile } from "#app/csv/read-file.ts";
import { readCsv } from "#app/csv/read-csv.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { LabelLine } from "./label-line.ts";
import { labelColumns, parseLabelLine } from "./label-line.ts";
import { matchLabels } from "./match-labels.server.ts";
import { mayChangeRates } from "./may-change-rates.ts";

export type LabelImport =
  | { readonly ok: true; readonly rows: number; readonly matched: number }
  | Extract<CsvReading, { readonly ok: false }>
  | { readonly ok: false; readonly because: "not_found" };

const importTimeoutMs = 120_000;

/** Thrown to drop the transaction of a file that turned out to be wrong. */
class RefusedFile extends Error {
  readonly reading: Extract<CsvReading, { readonly ok: false }>;

  constructor(reading: Extract<CsvReading, { readonly ok: false }>) {
    super("The file has problems.");
    this.name = "RefusedFile";
    this.reading = reading;
  }
}

/**
 * Reads what labels really cost (`order, tracking, cost`), finds the parcel each one was for and keeps
 * both figures. All or nothing: a file with a problem changes nothing. A label imported again replaces
 * its earlier line.
 */
export async function importLabelCosts(shop: ShopContext, file: Blob): Promise<LabelImport> {
  if (!mayChangeRates(shop.actor)) return { ok: false, because: "not_found" };
  try {
    return await inShop(shop, (tx) => importInTx(tx, shop, file), { timeout: importTimeoutMs });
  } catch (error) {
    if (error instanceof RefusedFile) return error.reading;
    throw error;
  }
}

async function importInTx(tx: Tx, shop: ShopContext, file: Blob): Promise<LabelImport> {
  let matched = 0;
  const table = {
    columns: { ...labelColumns, ignoresOthers: true },
    readLine: parseLabelLine,
    keyOf: ({ orderName, trackingNumber }: LabelLine) => `${orderName} ${trackingNumber}`.trim(),
  };
  const reading = await readCsv(readFile(file), table, async (lines) => {
    matched += await storeLabels(tx, shop, lines);
  });
  if (!reading.ok) throw new RefusedFile(reading);
  const { shopId, actor } = shop;
  const entry = { actor: actor.name, action: "label_costs_imported", subject: shopId };
  const detail = { rows: reading.rows, matched };
  await tx.auditEntry.create({ data: { shopId, at: shop.clock.now(), ...entry, detail } });
  return { ok: true, rows: reading.rows, matched };
}

async function storeLabels(
  tx: Tx,
  shop: ShopContext,
  lines: readonly LabelLine[],
): Promise<number> {
  const labels = await matchLabels(tx, shop.shopId, lines);
  const rows = labels.map(({ orderName, trackingNumber, cost, unmatched, parcel }) => ({
    ...{ order_name: orderName, tracking_number: trackingNumber, cost, unmatched },
    ...(parcel && { decision_id: parcel.decisionId, location_id: parcel.locationId }),
    ...(parcel && { service: parcel.service, zone: parcel.zone, estimate: parcel.estimate }),
  }));
  await tx.$executeRaw`
    insert into label_costs (shop_id, imported_at, imported_by, order_name, tracking_number, cost,
      decision_id, location_id, service, zone, estimate, unmatched)
    select ${shop.shopId}, ${shop.clock.now()}, ${shop.actor.name}, r.*
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(order_name text,
      tracking_number text, cost numeric, decision_id text, location_id text, service text, zone int,
      estimate numeric, unmatched text)
    on conflict (shop_id, order_name, tracking_number) do update set
      imported_at = excluded.imported_at, imported_by = excluded.imported_by, cost = excluded.cost,
      decision_id = excluded.decision_id, location_id = excluded.location_id,
      service = excluded.service, zone = excluded.zone, estimate = excluded.estimate,
      unmatched = excluded.unmatched`;
  return labels.filter((label) => label.parcel !== null).length;
}
