import { inShop } from "#app/db.server.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { listChanges } from "./list-changes.ts";
import type { OrderOutcome } from "./plan-summary.ts";
import type { ReplayRun } from "./replay-run.ts";

/** Places of today's rules and the draft among a run's variants. */
const COMPARED = [0, 1] as const;

/**
 * Stores a stretch of outcomes with the progress. `from` is the position of its first order. False
 * when the run was cancelled or another worker stored this stretch first: then nothing is written.
 */
export async function storeChunk(
  shop: ShopContext,
  run: ReplayRun,
  from: number,
  outcomes: readonly OrderOutcome[],
): Promise<boolean> {
  const { shopId } = shop;
  const { runId } = run;
  return inShop(shop, async (tx) => {
    const moved = await tx.replayRun.updateMany({
      where: { shopId, runId, status: "running", ordersDone: from },
      data: { ordersDone: from + outcomes.length },
    });
    if (moved.count === 0) return false;
    await tx.replayChunk.create({
      data: { shopId, runId, chunk: from, outcomes: toJson(outcomes) },
    });
    if (run.kind !== "draft") return true;
    await tx.replayChange.createMany({
      data: listChanges(outcomes, COMPARED, from).map((change) => ({
        ...change,
        ...{ shopId, runId, before: toJson(change.before), after: toJson(change.after) },
      })),
    });
    return true;
  });
}

function toJson(value: object): Prisma.InputJsonValue {
  return value as Prisma.InputJsonValue;
}
