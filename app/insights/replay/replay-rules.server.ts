import type { Clock } from "#app/clock.ts";
import { inShop } from "#app/db.server.ts";
import type { JobPayloads } from "#app/queue/jobs.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { systemContext } from "#app/shop-context.ts";
import { applySwitches } from "./apply-switches.ts";
import { beginRun } from "./begin-run.server.ts";
import { finishRun } from "./finish-run.server.ts";
import { hashWorld } from "./hash-world.ts";
import { loadReplayWorld } from "./load-replay-world.server.ts";
import type { OrderOutcome } from "./plan-summary.ts";
import { replayOrders } from "./replay-orders.ts";
import type { ReplayRun } from "./replay-run.ts";
import { readRun } from "./replay-run.ts";
import type { ReplayWorld } from "./replay-world.ts";
import { storeChunk } from "./store-chunk.server.ts";

/** Small enough that progress moves and a cancel is heard within seconds. */
const ORDERS_PER_CHUNK = 250;
const DAY_MS = 86_400_000;
/** Ten thousand past orders and a large pool are read in one transaction. */
const LOAD_TIMEOUT_MS = 120_000;

/**
 * Job `replay-rules`: decides past orders again under the run's variants, stretch by stretch. Each
 * stretch is stored with the progress in one transaction, and a run that was interrupted goes on
 * after the last one stored: nothing is counted twice. Only the tables of replay are written.
 */
export async function replayRules(
  { shopId, runId }: JobPayloads["replay-rules"],
  clock?: Clock,
): Promise<void> {
  const shop = systemContext(shopId, clock);
  const row = await inShop(shop, (tx) =>
    tx.replayRun.findUnique({ where: { shopId_runId: { shopId, runId } } }),
  );
  if (!row) return;
  const world = await loadWorld(shop, readRun(row));
  if (!world) return finishRun(shop, runId, "Your locations and rules have not been imported yet.");
  if (world.orders.length === 0) return finishRun(shop, runId, NO_ORDERS);
  const begun = await beginRun(shop, runId, {
    worldHash: hashWorld(world),
    orders: world.orders.length,
  });
  if (!begun) return;
  const stopped = await replayOn(shop, begun.run, world, begun.known);
  if (!stopped) await finishRun(shop, runId);
}

const NO_ORDERS = "There are no past orders in this time. Read them from Shopify or upload a file.";

async function loadWorld(
  shop: ShopContext,
  { createdAt: until, options }: ReplayRun,
): Promise<ReplayWorld | null> {
  const from = new Date(until.getTime() - options.days * DAY_MS);
  const range = { from, until, most: options.maxOrders };
  const world = await inShop(shop, (tx) => loadReplayWorld(tx, shop, range), {
    timeout: LOAD_TIMEOUT_MS,
  });
  return world && applySwitches(world, options);
}

/** Returns true when somebody cancelled the run, or another worker has taken it over. */
async function replayOn(
  shop: ShopContext,
  run: ReplayRun,
  world: ReplayWorld,
  known: readonly OrderOutcome[],
): Promise<boolean> {
  let from = known.length;
  let chunk: OrderOutcome[] = [];
  for (const outcome of replayOrders(world, run.variants, known)) {
    chunk.push(outcome);
    if (chunk.length < ORDERS_PER_CHUNK && from + chunk.length < world.orders.length) continue;
    if (!(await storeChunk(shop, run, from, chunk))) return true;
    from += chunk.length;
    chunk = [];
  }
  return false;
}
