import type { Clock } from "#app/clock.ts";
import type { Tx } from "#app/db.server.ts";
import { inShop } from "#app/db.server.ts";
import type { SyncRun } from "#app/generated/prisma/client.ts";
import { enqueue } from "#app/queue/enqueue.server.ts";
import type { JobPayloads } from "#app/queue/jobs.ts";
import type { JobOutcome } from "#app/queue/outcome.ts";
import { done, snooze } from "#app/queue/outcome.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { systemContext } from "#app/shop-context.ts";
import type { StockedItem } from "#app/shopify/read-bulk-catalog.server.ts";
import { readBulkCatalog } from "#app/shopify/read-bulk-catalog.server.ts";
import type { BulkOperation } from "#app/shopify/read-bulk-operation.server.ts";
import { readBulkOperation } from "#app/shopify/read-bulk-operation.server.ts";
import { failFirstSync } from "./fail-first-sync.server.ts";
import { forgetUnseen } from "./forget-unseen.server.ts";
import { storeItems } from "./store-items.server.ts";
import { writeLevels } from "./write-levels.server.ts";

const itemsAtOnce = 200;
const pollSeconds = 5;
const underWay = new Set<BulkOperation["status"]>(["CREATED", "RUNNING", "CANCELING"]);

/**
 * Job: reads the result of an import once Shopify has it ready, item by item. Safe to repeat: what
 * was stored is stored again, and newer facts from webhooks win.
 */
export async function importCatalog(
  { shopId, runId }: JobPayloads["import-catalog"],
  clock?: Clock,
): Promise<JobOutcome> {
  const shop = systemContext(shopId, clock);
  const run = await inShop(shop, (tx) =>
    tx.syncRun.findUnique({ where: { shopId_runId: { shopId, runId } } }),
  );
  if (run?.status !== "running") return done;
  const operation = await readBulkOperation(shopId, run.bulkOperationId ?? "");
  if (operation && underWay.has(operation.status)) return snooze(pollSeconds);
  await conclude(shop, run, operation);
  return done;
}

async function conclude(
  shop: ShopContext,
  run: SyncRun,
  operation: BulkOperation | null,
): Promise<void> {
  if (operation?.status !== "COMPLETED") {
    return fail(shop, run, operation?.errorCode ?? operation?.status ?? "it is unknown there");
  }
  // Without a single row there is no file.
  await finish(shop, run, operation.url ? await importAll(shop, operation.url) : 0);
}

async function importAll(shop: ShopContext, url: string): Promise<number> {
  let seen = 0;
  // By item: several variants may sell the same one.
  let batch = new Map<string, StockedItem>();
  const store = async () => {
    const stored = [...batch.values()];
    batch = new Map();
    seen += stored.reduce((sum, { levels }) => sum + levels.length, 0);
    await inShop(shop, (tx) => storeBatch(tx, shop, stored));
  };
  for await (const stocked of readBulkCatalog(url)) {
    batch.set(stocked.item.inventoryItemId, stocked);
    if (batch.size === itemsAtOnce) await store();
  }
  await store();
  return seen;
}

async function storeBatch(tx: Tx, shop: ShopContext, batch: readonly StockedItem[]): Promise<void> {
  await storeItems(
    tx,
    shop,
    batch.map(({ item }) => item),
  );
  // Shopify wrote this down a while ago: a webhook of the same second may know more.
  await writeLevels(
    tx,
    shop,
    batch.flatMap(({ levels }) => levels),
    { cause: "import", readAt: shop.clock.now() },
  );
}

async function finish(shop: ShopContext, run: SyncRun, seen: number): Promise<void> {
  const { shopId } = shop;
  await inShop(shop, async (tx) => {
    await forgetUnseen(tx, shop, run.startedAt);
    const known = await tx.syncRun.findFirst({ where: { shopId, kind: "history_orders" } });
    await tx.syncRun.updateMany({
      where: { shopId, runId: run.runId },
      data: { status: "done", seen, finishedAt: shop.clock.now() },
    });
    await tx.shop.update({
      where: { shopId },
      data: { firstSync: "done", firstSyncNote: `${seen} stock levels read.` },
    });
    await enqueue(tx, "reconcile-orders", { shopId });
    // Once they are known, past orders are left to the night's own reading of them.
    if (!known) await enqueue(tx, "sync-history", { shopId });
  });
}

async function fail(shop: ShopContext, run: SyncRun, why: string): Promise<void> {
  const note = `Shopify could not export the catalog: ${why}.`;
  await inShop(shop, (tx) =>
    tx.syncRun.updateMany({
      where: { shopId: shop.shopId, runId: run.runId },
      data: { status: "failed", note, finishedAt: shop.clock.now() },
    }),
  );
  await failFirstSync(shop, note);
}
