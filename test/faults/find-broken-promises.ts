import pg from "pg";
import { compareBooks } from "#bin/demo/compare-books.ts";
import { readBooks } from "#bin/demo/read-books.ts";
import type { ShopState } from "#sandbox/shop/state.ts";

/** What must hold of a shop whose work is done, whatever happened to it: each row is a breach. */
const promises: Readonly<Record<string, string>> = {
  "reserved more than once": `
    SELECT r.order_id, r.line_item_id FROM reservations r
    JOIN order_lines l USING (shop_id, order_id, line_item_id)
    WHERE r.shop_id = $1 AND r.status IN ('active', 'reflected') AND l.units > 0
    GROUP BY 1, 2, l.units HAVING sum(r.units) > l.units`,
  "follows two decisions": `
    SELECT order_id FROM decisions WHERE shop_id = $1 AND superseded_at IS NULL
    GROUP BY 1 HAVING count(*) > 1`,
  "asks stores for more than is left": `
    SELECT t.order_id, line.line_item_id FROM pick_tasks t
    JOIN pick_task_lines line USING (shop_id, task_id)
    JOIN order_lines l ON l.shop_id = t.shop_id AND l.order_id = t.order_id
      AND l.line_item_id = line.line_item_id
    WHERE t.shop_id = $1 AND t.status IN ('offered', 'accepted', 'packed')
    GROUP BY 1, 2, l.units HAVING sum(line.units - line.rejected_units) > l.units`,
  "asks a store though nothing is to be done": `
    SELECT t.order_id, o.status FROM pick_tasks t JOIN orders o USING (shop_id, order_id)
    WHERE t.shop_id = $1 AND t.status IN ('offered', 'accepted', 'packed')
      AND o.status NOT IN ('placed', 'exception')`,
  "was heard of and forgotten": `
    SELECT topic, status, error FROM inbox_events WHERE shop_id = $1 AND status <> 'done'`,
  "was set aside": `
    SELECT queue, summary FROM exceptions WHERE shop_id = $1 AND status = 'open'
      AND queue IN ('dead_letter', 'locked_out', 'shopify_refused')`,
};

/** One sentence per breach: the two books, then the promises above. */
export async function findBrokenPromises(databaseUrl: string, shop: ShopState): Promise<string[]> {
  const found = compareBooks(await readBooks(databaseUrl, shop.domain), shop);
  for (const [breach, sql] of Object.entries(promises)) {
    for (const row of await ask(databaseUrl, sql, shop.domain)) {
      found.push(`${breach}: ${JSON.stringify(row)}`);
    }
  }
  return found;
}

/** Runs a query about one shop past row-level security. */
export async function ask<Row extends object>(
  databaseUrl: string,
  sql: string,
  shopId: string,
): Promise<Row[]> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    return (await client.query<Row>(sql, [shopId])).rows;
  } finally {
    await client.end();
  }
}
