import type { Clock } from "#app/clock.ts";
import { inShop } from "#app/db.server.ts";
import { enqueue } from "#app/queue/enqueue.server.ts";
import type { JobPayloads } from "#app/queue/jobs.ts";
import type { JobOutcome } from "#app/queue/outcome.ts";
import { done, snooze } from "#app/queue/outcome.ts";
import { installDefaultRules } from "#app/rules/install-default-rules.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { systemContext } from "#app/shop-context.ts";
import { bulkCatalog } from "#app/shopify/documents/catalog.ts";
import type { UserError } from "#app/shopify/mutation-result.ts";
import { startBulkQuery } from "#app/shopify/start-bulk-query.server.ts";
import { installDefaultRates } from "#app/rates/install-default-rates.server.ts";
import { failFirstSync } from "./fail-first-sync.server.ts";
import { syncLocations } from "./sync-locations.server.ts";

/** The result is announced by webhook; this often we look ourselves. */
const pollSeconds = 5;
const busyCodes = new Set<string | null>(["OPERATION_IN_PROGRESS", "LIMIT_REACHED"]);

/**
 * Job: starts the import of everything the pool is made of. Locations, the starter rules and rates
 * are there at once; items and stock come as the result of a bulk operation. While an import is
 * under way another start does nothing.
 *
 * Runs at installation, when somebody asks for it, and every night: a product's collections can
 * change without the product (a condition begins to fit, a title is edited), of which no
 * products/update tells. One that does come has its product read again at once (`sync-products`).
 */
export async function syncCatalog(
  { shopId }: JobPayloads["sync-catalog"],
  clock?: Clock,
): Promise<JobOutcome> {
  const shop = systemContext(shopId, clock);
  await syncLocations({ shopId }, clock);
  if (await prepare(shop)) return done;
  const started = await startBulkQuery(shopId, bulkCatalog);
  if (started.ok) {
    await followImport(shop, started.bulkOperationId);
    return done;
  }
  if (started.errors.some((error) => busyCodes.has(error.code))) return snooze(15);
  await failFirstSync(shop, describe(started.errors));
  return done;
}

/** True when an import is running already. */
async function prepare(shop: ShopContext): Promise<boolean> {
  const { shopId } = shop;
  return inShop(shop, async (tx) => {
    await installDefaultRules(tx, shop);
    await installDefaultRates(tx, shop);
    await tx.shop.updateMany({
      where: { shopId, firstSync: { not: "done" } },
      data: { firstSync: "running", firstSyncNote: "Reading products and stock from Shopify." },
    });
    const running = await tx.syncRun.findFirst({
      where: { shopId, kind: "catalog", status: "running" },
    });
    return running !== null;
  });
}

async function followImport(shop: ShopContext, bulkOperationId: string): Promise<void> {
  const { shopId } = shop;
  await inShop(shop, async (tx) => {
    const run = await tx.syncRun.create({
      data: { shopId, kind: "catalog", bulkOperationId, startedAt: shop.clock.now() },
    });
    const payload = { shopId, runId: run.runId };
    await enqueue(tx, "import-catalog", payload, { afterSeconds: pollSeconds });
  });
}

function describe(errors: readonly UserError[]): string {
  return errors.map((error) => error.message).join(" ");
}
