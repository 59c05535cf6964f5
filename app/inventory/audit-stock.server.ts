import type { Clock } from "#app/clock.ts";
import { inShop } from "#app/db.server.ts";
import { raiseExceptions } from "#app/exceptions/raise-exception.server.ts";
import { resolveExceptions } from "#app/exceptions/resolve-exceptions.server.ts";
import type { JobPayloads } from "#app/queue/jobs.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { systemContext } from "#app/shop-context.ts";
import { auditLocation } from "./audit-location.server.ts";
import type { Drift } from "./compare-levels.ts";
import { thinOutMovements } from "./thin-out-movements.server.ts";

const driftKey = "sync_drift:stock";
/** Enough to see a pattern; the count tells the size. */
const findingsKept = 50;

interface Audit {
  readonly seen: number;
  readonly drifts: readonly Drift[];
}

/**
 * Job: compares the whole stock mirror with Shopify, repairs every difference, records what was
 * found, and puts any drift before a person until a comparison finds none: repaired stock that keeps
 * drifting has a cause.
 */
export async function auditStock(
  { shopId }: JobPayloads["audit-stock"],
  clock?: Clock,
): Promise<void> {
  const shop = systemContext(shopId, clock);
  await runAudit(shop, "stock_audit", () => auditLocations(shop));
  await inShop(shop, (tx) => thinOutMovements(tx, shop));
}

/** Job: the same for one location, because a person asked. */
export async function auditOneLocation(
  { shopId, locationId }: JobPayloads["audit-location"],
  clock?: Clock,
): Promise<void> {
  const shop = systemContext(shopId, clock);
  await runAudit(shop, "location_audit", () => auditLocation(shop, locationId));
}

async function runAudit(
  shop: ShopContext,
  kind: "stock_audit" | "location_audit",
  audit: () => Promise<Audit>,
): Promise<void> {
  const { shopId } = shop;
  const { runId } = await inShop(shop, (tx) =>
    tx.syncRun.create({ data: { shopId, kind, startedAt: shop.clock.now() } }),
  );
  try {
    await conclude(shop, runId, await audit(), kind);
  } catch (error) {
    const note = error instanceof Error ? error.message : String(error);
    const data = { status: "failed", note, finishedAt: shop.clock.now() };
    await inShop(shop, (tx) => tx.syncRun.updateMany({ where: { shopId, runId }, data }));
    throw error;
  }
}

async function auditLocations(shop: ShopContext): Promise<Audit> {
  const { shopId } = shop;
  const locations = await inShop(shop, (tx) =>
    tx.location.findMany({ where: { shopId, active: true }, orderBy: { locationId: "asc" } }),
  );
  let seen = 0;
  const drifts: Drift[] = [];
  for (const { locationId } of locations) {
    const audit = await auditLocation(shop, locationId);
    seen += audit.seen;
    drifts.push(...audit.drifts);
  }
  return { seen, drifts };
}

async function conclude(
  shop: ShopContext,
  runId: string,
  { seen, drifts }: Audit,
  kind: "stock_audit" | "location_audit",
): Promise<void> {
  const { shopId } = shop;
  const drifted = drifts.length;
  const findings = drifts.slice(0, findingsKept).map((drift) => ({ ...drift }));
  await inShop(shop, async (tx) => {
    await tx.syncRun.updateMany({
      where: { shopId, runId },
      data: { status: "done", seen, drifted, findings, finishedAt: shop.clock.now() },
    });
    if (drifted === 0) {
      // One location in order says nothing of the others.
      if (kind === "location_audit") return;
      const resolution = "The next comparison found every figure equal to Shopify's.";
      await resolveExceptions(tx, shop, { keys: [driftKey] }, resolution);
      return;
    }
    await raiseExceptions(tx, shop, [
      {
        queue: "sync_drift",
        key: driftKey,
        summary: `${drifted} of ${seen} stock figures differed from Shopify's and were repaired.`,
        evidence: { runId, seen, drifted, findings },
      },
    ]);
  });
}
