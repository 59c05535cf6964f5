import type { Tx } from "#app/db.server.ts";
import { inShop } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { OrderOutcome } from "./plan-summary.ts";
import type { ReplayRun } from "./replay-run.ts";
import { readRun, unfinished } from "./replay-run.ts";

export interface BegunRun {
  readonly run: ReplayRun;
  /** Outcomes of the orders decided before an interruption, from the first one on. */
  readonly known: readonly OrderOutcome[];
}

/**
 * Takes up a run, or goes on with one that was interrupted. When its world has changed meanwhile
 * (new stock, other prices), what was decided before would not fit the rest: the run starts over.
 * Null when it is over or gone.
 */
export async function beginRun(
  shop: ShopContext,
  runId: string,
  world: { readonly worldHash: string; readonly orders: number },
): Promise<BegunRun | null> {
  const { shopId } = shop;
  return inShop(shop, async (tx) => {
    await tx.$executeRaw`
      select 1 from replay_runs where shop_id = ${shopId} and run_id = ${runId} for update`;
    const row = await tx.replayRun.findUnique({ where: { shopId_runId: { shopId, runId } } });
    if (!row || !unfinished.includes(readRun(row).status)) return null;
    const goesOn = row.worldHash === world.worldHash;
    if (!goesOn) await forgetProgress(tx, shopId, runId);
    const known = goesOn ? await readKnown(tx, shopId, runId) : [];
    const begun = await tx.replayRun.update({
      where: { shopId_runId: { shopId, runId } },
      data: {
        status: "running",
        worldHash: world.worldHash,
        ordersTotal: world.orders,
        ordersDone: known.length,
        startedAt: row.startedAt ?? shop.clock.now(),
      },
    });
    return { run: readRun(begun), known };
  });
}

async function forgetProgress(tx: Tx, shopId: string, runId: string): Promise<void> {
  await tx.replayChunk.deleteMany({ where: { shopId, runId } });
  await tx.replayChange.deleteMany({ where: { shopId, runId } });
}

async function readKnown(tx: Tx, shopId: string, runId: string): Promise<OrderOutcome[]> {
  const chunks = await tx.replayChunk.findMany({
    where: { shopId, runId },
    orderBy: { chunk: "asc" },
  });
  return chunks.flatMap(({ outcomes }) => outcomes as unknown as OrderOutcome[]);
}
