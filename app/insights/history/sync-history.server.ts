import type { Clock } from "#app/clock.ts";
import { inShop } from "#app/db.server.ts";
import { enqueue } from "#app/queue/enqueue.server.ts";
import type { JobPayloads } from "#app/queue/jobs.ts";
import type { JobOutcome } from "#app/queue/outcome.ts";
import { done, snooze } from "#app/queue/outcome.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { systemContext } from "#app/shop-context.ts";
import { bulkOrdersQuery } from "#app/shopify/read-bulk-orders.server.ts";
import { bulkPlacementsQuery } from "#app/shopify/read-bulk-placements.server.ts";
import { startBulkQuery } from "#app/shopify/start-bulk-query.server.ts";
import type { HistoryKind } from "./history-kind.ts";
import { historyKinds } from "./history-kind.ts";

/** Without the scope read_all_orders Shopify shows an app no older order. */
const DAYS_SHOWN = 60;
const DAY_MS = 86_400_000;
/** Search indexes lag by seconds; an hour leaves no gap between two readings. */
const OVERLAP_MS = 3_600_000;
const BUSY_SECONDS = 30;
const POLL_SECONDS = 5;
const busyCodes = new Set<string | null>(["OPERATION_IN_PROGRESS", "LIMIT_REACHED"]);

const queries: Readonly<Record<HistoryKind, (since: Date) => string>> = {
  history_orders: bulkOrdersQuery,
  history_placements: bulkPlacementsQuery,
};

/**
 * Job `sync-history`: starts reading the shop's past orders and where Shopify placed them: 60 days the
 * first time, later what changed since. What is being read already is not started again. Throws
 * ShopifyError.
 */
export async function syncHistory(
  { shopId }: JobPayloads["sync-history"],
  clock?: Clock,
): Promise<JobOutcome> {
  const shop = systemContext(shopId, clock);
  for (const kind of historyKinds) {
    const since = await readSince(shop, kind);
    if (since === null) continue;
    const startedAt = shop.clock.now();
    const started = await startBulkQuery(shopId, queries[kind](since));
    if (started.ok) await follow(shop, { kind, startedAt, operation: started.bulkOperationId });
    else if (started.errors.some(({ code }) => busyCodes.has(code))) return snooze(BUSY_SECONDS);
    else await noteRefusal(shop, kind, started.errors.map(({ message }) => message).join(" "));
  }
  return done;
}

/** From when on to read; null while a reading is under way. */
async function readSince(shop: ShopContext, kind: HistoryKind): Promise<Date | null> {
  const { shopId } = shop;
  return inShop(shop, async (tx) => {
    const running = await tx.syncRun.findFirst({ where: { shopId, kind, status: "running" } });
    if (running) return null;
    const last = await tx.syncRun.findFirst({
      where: { shopId, kind, status: "done" },
      orderBy: { startedAt: "desc" },
    });
    if (last) return new Date(last.startedAt.getTime() - OVERLAP_MS);
    return new Date(shop.clock.now().getTime() - DAYS_SHOWN * DAY_MS);
  });
}

interface StartedReading {
  readonly kind: HistoryKind;
  readonly startedAt: Date;
  readonly operation: string;
}

async function follow(shop: ShopContext, reading: StartedReading): Promise<void> {
  const { shopId } = shop;
  const { kind, startedAt, operation } = reading;
  await inShop(shop, async (tx) => {
    const run = await tx.syncRun.create({
      data: { shopId, kind, startedAt, bulkOperationId: operation },
    });
    const payload = { shopId, runId: run.runId };
    await enqueue(tx, "import-history", payload, { afterSeconds: POLL_SECONDS });
  });
}

async function noteRefusal(shop: ShopContext, kind: HistoryKind, why: string): Promise<void> {
  const at = shop.clock.now();
  const note = `Shopify could not export past orders: ${why}`;
  const times = { startedAt: at, finishedAt: at };
  await inShop(shop, (tx) =>
    tx.syncRun.create({ data: { shopId: shop.shopId, kind, status: "failed", note, ...times } }),
  );
}
