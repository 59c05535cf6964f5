import type { Tx } from "#app/db.server.ts";
import { inShop } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";

export interface SyncRunRow {
  readonly runId: string;
  readonly kind: string;
  readonly status: string;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly seen: number;
  readonly drifted: number;
  readonly note: string;
  readonly findings: readonly DriftRow[];
}

export interface DriftRow {
  readonly title: string;
  readonly locationName: string;
  readonly ours: number | null;
  readonly shopifys: number | null;
}

export interface SyncHealthPage {
  /** Of the stock webhooks of the last 24 hours: how many, and Shopify's event to our knowing, in ms. */
  readonly heard: number;
  readonly medianLagMs: number | null;
  readonly slowestLagMs: number | null;
  /** Webhooks stored and not yet worked off, and since when the oldest waits. */
  readonly waiting: number;
  readonly oldestWaitingAt: string | null;
  readonly lastFullAudit: SyncRunRow | null;
  readonly driftedIn30Days: number;
  readonly syncing: boolean;
  readonly runs: readonly SyncRunRow[];
  readonly locations: readonly { readonly id: string; readonly name: string }[];
  readonly timeZone: string;
  readonly now: string;
}

const dayMs = 86_400_000;
const runsShown = 20;

/** How far the mirror lags behind Shopify, what differed, and when everything was last compared. */
export async function showSyncHealth(shop: ShopContext): Promise<SyncHealthPage> {
  const { shopId } = shop;
  const now = shop.clock.now();
  return inShop(shop, async (tx) => {
    const { timeZone } = await tx.shop.findUniqueOrThrow({ where: { shopId } });
    const locations = await tx.location.findMany({
      where: { shopId, active: true },
      orderBy: { name: "asc" },
    });
    const runs = await readRuns(tx, shopId, {});
    const [lastFullAudit = null] = await readRuns(tx, shopId, {
      kind: "stock_audit",
      status: "done",
    });
    const { _sum } = await tx.syncRun.aggregate({
      where: { shopId, startedAt: { gt: new Date(now.getTime() - 30 * dayMs) } },
      _sum: { drifted: true },
    });
    return {
      ...(await measureLag(tx, shopId, new Date(now.getTime() - dayMs))),
      ...(await readWaiting(tx, shopId)),
      lastFullAudit,
      driftedIn30Days: _sum.drifted ?? 0,
      syncing: runs.some((run) => run.status === "running"),
      runs,
      locations: locations.map((row) => ({ id: row.locationId, name: row.name })),
      timeZone,
      now: now.toISOString(),
    };
  });
}

interface Lag {
  readonly heard: number;
  readonly medianLagMs: number | null;
  readonly slowestLagMs: number | null;
}

/** X-Shopify-Triggered-At to our having worked it off, for topics that tell of stock. */
async function measureLag(tx: Tx, shopId: string, since: Date): Promise<Lag> {
  const [lag] = await tx.$queryRaw<Lag[]>`
    select count(*)::int heard,
      percentile_cont(0.5) within group (order by took)::float "medianLagMs",
      max(took)::float "slowestLagMs"
    from (select greatest(0, extract(epoch from processed_at - triggered_at) * 1000) took
      from inbox_events
      where shop_id = ${shopId} and status = 'done' and received_at > ${since}
        and lower(topic) similar to 'inventory(\_|/)%'
        and triggered_at is not null and processed_at is not null) told`;
  return lag ?? { heard: 0, medianLagMs: null, slowestLagMs: null };
}

async function readWaiting(tx: Tx, shopId: string) {
  const { _count, _min } = await tx.inboxEvent.aggregate({
    where: { shopId, status: { in: ["pending", "failed"] } },
    _count: true,
    _min: { receivedAt: true },
  });
  return { waiting: _count, oldestWaitingAt: _min.receivedAt?.toISOString() ?? null };
}

async function readRuns(
  tx: Tx,
  shopId: string,
  only: { readonly kind?: string; readonly status?: string },
): Promise<SyncRunRow[]> {
  const runs = await tx.syncRun.findMany({
    where: { shopId, kind: { in: ["catalog", "stock_audit", "location_audit"] }, ...only },
    orderBy: { startedAt: "desc" },
    take: only.kind ? 1 : runsShown,
  });
  const names = await nameShelves(
    tx,
    shopId,
    runs.flatMap((run) => readFindings(run.findings)),
  );
  return runs.map((run) => ({
    runId: run.runId,
    kind: run.kind,
    status: run.status,
    startedAt: run.startedAt.toISOString(),
    finishedAt: run.finishedAt?.toISOString() ?? null,
    seen: run.seen,
    drifted: run.drifted,
    note: run.note,
    findings: readFindings(run.findings).map(names),
  }));
}

interface Finding {
  /** `<item id>@<location id>` */
  readonly id: string;
  readonly ours: number | null;
  readonly shopifys: number | null;
}

function readFindings(stored: unknown): readonly Finding[] {
  return Array.isArray(stored) ? (stored as Finding[]) : [];
}

async function nameShelves(tx: Tx, shopId: string, findings: readonly Finding[]) {
  const ids = findings.map(({ id }) => id.split("@"));
  const items = await tx.item.findMany({
    where: { shopId, inventoryItemId: { in: ids.map(([item = ""]) => item) } },
  });
  const places = await tx.location.findMany({ where: { shopId } });
  const titles = new Map(items.map((one) => [one.inventoryItemId, one.sku || one.title]));
  const names = new Map(places.map((one) => [one.locationId, one.name]));
  return ({ id, ours, shopifys }: Finding): DriftRow => {
    const [item = "", place = ""] = id.split("@");
    return {
      title: titles.get(item) ?? "An item that is gone",
      locationName: names.get(place) ?? "A location that is gone",
      ours,
      shopifys,
    };
  };
}
