import type { Tx } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { Check, SyncHealth } from "./home-view.ts";

/** How far Backroom's picture of the shop may lag behind Shopify's. */
export async function readHealth(tx: Tx, { shopId }: ShopContext): Promise<SyncHealth> {
  const known = await tx.shop.findUnique({ where: { shopId } });
  const running = await tx.syncRun.findFirst({
    where: { shopId, kind: "catalog", status: "running" },
    orderBy: { startedAt: "desc" },
  });
  return {
    firstSync: (known?.firstSync ?? "not_started") as SyncHealth["firstSync"],
    firstSyncNote: known?.firstSyncNote ?? "",
    importedRows: running?.seen ?? null,
    ...(await readWebhooks(tx, shopId)),
    ...(await readChanges(tx, shopId)),
    lastStockAudit: await readLastCheck(tx, shopId, "stock_audit"),
    lastOrderCheck: await readLastCheck(tx, shopId, "orders"),
    deadLetters: await tx.exception.count({
      where: { shopId, status: "open", queue: "dead_letter" },
    }),
  };
}

interface Waiting {
  readonly count: number;
  readonly oldestAt: Date | null;
}

async function readWebhooks(tx: Tx, shopId: string) {
  // One look at the end of the index per status: the inbox holds months of events.
  const [last] = await tx.$queryRaw<{ at: Date | null }[]>`
    select max(newest.at) as at
      from unnest(array['pending', 'done', 'failed', 'dead', 'poison']) as states (status)
      cross join lateral (
        select received_at as at from inbox_events i
         where i.shop_id = ${shopId} and i.status = states.status
         order by received_at desc limit 1) as newest`;
  const [waiting] = await tx.$queryRaw<Waiting[]>`
    select count(*)::int as count, min(received_at) as "oldestAt" from inbox_events
     where shop_id = ${shopId} and status in ('pending', 'failed')`;
  return {
    lastWebhookAt: last?.at?.toISOString() ?? null,
    waitingWebhooks: waiting?.count ?? 0,
    oldestWaitingWebhookAt: waiting?.oldestAt?.toISOString() ?? null,
  };
}

async function readChanges(tx: Tx, shopId: string) {
  const [waiting] = await tx.$queryRaw<Waiting[]>`
    select count(*)::int as count, min(created_at) as "oldestAt" from intents
     where shop_id = ${shopId} and status in ('pending', 'sent')`;
  return {
    waitingChanges: waiting?.count ?? 0,
    oldestWaitingChangeAt: waiting?.oldestAt?.toISOString() ?? null,
  };
}

async function readLastCheck(
  tx: Tx,
  shopId: string,
  kind: "stock_audit" | "orders",
): Promise<Check | null> {
  const run = await tx.syncRun.findFirst({
    where: { shopId, kind, status: "done" },
    orderBy: { startedAt: "desc" },
  });
  if (!run?.finishedAt) return null;
  return { at: run.finishedAt.toISOString(), seen: run.seen, drifted: run.drifted };
}
