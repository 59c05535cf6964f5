import type { CsvProblem } from "#app/csv/csv-problem.ts";
import { problemsShown } from "#app/csv/csv-problem.ts";
import { readCsv } from "#app/csv/read-csv.server.ts";
import { readFile } from "#app/csv/read-file.ts";
import type { Tx } from "#app/db.server.ts";
import { inShop } from "#app/db.server.ts";
import { mayChangeRules } from "#app/rules/may-change-rules.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { dropOldHistory } from "./drop-old-history.server.ts";
import { gatherOrders, listOrphans, listUnknownSkus } from "./gather-orders.ts";
import { loadFileWords } from "./load-file-words.server.ts";
import type { OrderCsvLine } from "./read-order-line.ts";
import { orderColumns, readOrderLine } from "./read-order-line.ts";
import { writePastOrders } from "./write-past-orders.server.ts";

export type UploadAnswer =
  | { readonly ok: true; readonly message: string; readonly notes: readonly string[] }
  | {
      readonly ok: false;
      readonly problems: readonly CsvProblem[];
      readonly problemCount: number;
    };

const ORDERS_AT_ONCE = 1_000;
const TIMEOUT_MS = 120_000;
const SKUS_NAMED = 10;

/**
 * Takes past orders from Shopify's own export, all of them or, when a line is wrong, none. Orders
 * that Shopify has told of itself keep Shopify's word. Where they were shipped from the file does
 * not tell, so they do not count towards opening stock.
 */
export async function uploadOrders(shop: ShopContext, file: Blob): Promise<UploadAnswer> {
  if (!mayChangeRules(shop.actor)) return refuse([{ line: null, message: "Managers only." }]);
  const lines: OrderCsvLine[] = [];
  const reading = await readCsv(
    readFile(file),
    {
      columns: orderColumns,
      readLine: readOrderLine,
      keyOf: ({ order, name }) => (order ? `order ${name}` : null),
    },
    (rows) => void lines.push(...rows),
  );
  if (!reading.ok) return reading;
  const orphans = listOrphans(lines);
  if (orphans.length > 0) return refuse(orphans.map(describeOrphan));
  return store(shop, lines);
}

function describeOrphan({ lineNumber, name }: OrderCsvLine): CsvProblem {
  const message = `Order ${name} has no line above this one that says when it was placed.`;
  return { line: lineNumber, message };
}

function refuse(problems: readonly CsvProblem[]): UploadAnswer {
  const shown = problems.slice(0, problemsShown);
  return { ok: false, problems: shown, problemCount: problems.length };
}

async function store(shop: ShopContext, lines: readonly OrderCsvLine[]): Promise<UploadAnswer> {
  const upload = async (tx: Tx) => {
    const words = await loadFileWords(tx, shop, lines);
    const rows = gatherOrders(lines, words);
    for (let at = 0; at < rows.length; at += ORDERS_AT_ONCE) {
      await writePastOrders(tx, shop, "csv", rows.slice(at, at + ORDERS_AT_ONCE));
    }
    await dropOldHistory(tx, shop);
    return { count: rows.length, unknown: listUnknownSkus(lines, words) };
  };
  const { count, unknown } = await inShop(shop, upload, { timeout: TIMEOUT_MS });
  const named = unknown.slice(0, SKUS_NAMED).join(", ");
  const rest = unknown.length > SKUS_NAMED ? ` and ${unknown.length - SKUS_NAMED} more` : "";
  return {
    ok: true,
    message: `${count.toLocaleString("en-US")} ${count === 1 ? "order was" : "orders were"} read.`,
    notes:
      unknown.length === 0
        ? []
        : [`Left out, because no item of yours has the SKU: ${named}${rest}.`],
  };
}
