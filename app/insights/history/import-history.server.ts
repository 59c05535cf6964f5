import type { Clock } from "#app/clock.ts";
import { inShop } from "#app/db.server.ts";
import type { JobPayloads } from "#app/queue/jobs.ts";
import type { JobOutcome } from "#app/queue/outcome.ts";
import { done, snooze } from "#app/queue/outcome.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { systemContext } from "#app/shop-context.ts";
import type { BulkOperation } from "#app/shopify/read-bulk-operation.server.ts";
import { readBulkOperation } from "#app/shopify/read-bulk-operation.server.ts";
import { readBulkOrders } from "#app/shopify/read-bulk-orders.server.ts";
import { readBulkPlacements } from "#app/shopify/read-bulk-placements.server.ts";
import { dropOldHistory } from "./drop-old-history.server.ts";
import { storePastOrders } from "./store-past-orders.server.ts";
import { storePlacements } from "./store-placements.server.ts";

const ROWS_AT_ONCE = 500;
const POLL_SECONDS = 10;
const underWay = new Set(["CREATED", "RUNNING", "CANCELING"]);

/**
 * Job `import-history`: stores a reading of the past once Shopify has it ready. Safe to repeat: what
 * was stored is stored again. Throws ShopifyError.
 */
export async function importHistory(
  { shopId, runId }: JobPayloads["import-history"],
  clock?: Clock,
): Promise<JobOutcome> {
  const shop = systemContext(shopId, clock);
  const run = await inShop(shop, (tx) =>
    tx.syncRun.findUnique({ where: { shopId_runId: { shopId, runId } } }),
  );
  if (run?.status !== "running") return done;
  const operation = await readBulkOperation(shopId, run.bulkOperationId ?? "");
  if (operation && underWay.has(operation.status)) return snooze(POLL_SECONDS);
  await conclude(shop, run, operation);
  return done;
}

async function conclude(
  shop: ShopContext,
  { runId, kind }: { readonly runId: string; readonly kind: string },
  operation: BulkOperation | null,
): Promise<void> {
  if (operation?.status !== "COMPLETED") {
    const why = operation?.errorCode ?? operation?.status ?? "it is unknown there";
    return finish(shop, runId, { status: "failed", note: `Shopify could not export it: ${why}.` });
  }
  // Without a single row there is no file.
  const seen = operation.url ? await storeAll(shop, kind, operation.url) : 0;
  await finish(shop, runId, { status: "done", seen });
}

async function storeAll(shop: ShopContext, kind: string, url: string): Promise<number> {
  return kind === "history_orders"
    ? storeInBatches(readBulkOrders(url), (batch) => storePastOrders(shop, batch))
    : storeInBatches(readBulkPlacements(url), (batch) => storePlacements(shop, batch));
}

async function storeInBatches<Row>(
  rows: AsyncIterable<Row>,
  store: (batch: readonly Row[]) => Promise<void>,
): Promise<number> {
  let seen = 0;
  let batch: Row[] = [];
  for await (const row of rows) {
    seen += 1;
    batch.push(row);
    if (batch.length < ROWS_AT_ONCE) continue;
    await store(batch);
    batch = [];
  }
  await store(batch);
  return seen;
}

async function finish(
  shop: ShopContext,
  runId: string,
  end: { readonly status: "done" | "failed"; readonly seen?: number; readonly note?: string },
): Promise<void> {
  const { shopId } = shop;
  await inShop(shop, async (tx) => {
    const finishedAt = shop.clock.now();
    await tx.syncRun.updateMany({ where: { shopId, runId }, data: { ...end, finishedAt } });
    await dropOldHistory(tx, shop);
  });
}
