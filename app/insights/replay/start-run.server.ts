import type { Tx } from "#app/db.server.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import { enqueue } from "#app/queue/enqueue.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { ReplayOptions } from "./replay-options.ts";
import type { RunKind } from "./replay-run.ts";
import { unfinished } from "./replay-run.ts";
import type { Variant } from "./replay-world.ts";

export interface NewRun {
  readonly kind: RunKind;
  readonly name: string;
  readonly draftId: string | null;
  readonly variants: readonly Variant[];
  readonly options: ReplayOptions;
}

/** More would only wait for each other: a shop's runs are worked on one after another. */
const MOST_UNFINISHED = 3;

/** Writes down a run and starts its work, in one transaction; null when too many are under way. */
export async function startRun(tx: Tx, shop: ShopContext, run: NewRun): Promise<string | null> {
  const { shopId, actor, clock } = shop;
  const waiting = await tx.replayRun.count({
    where: { shopId, status: { in: [...unfinished] } },
  });
  if (waiting >= MOST_UNFINISHED) return null;
  const { runId } = await tx.replayRun.create({
    data: {
      ...{ shopId, kind: run.kind, name: run.name, draftId: run.draftId },
      variants: run.variants as unknown as Prisma.InputJsonArray,
      options: run.options,
      startedBy: actor.name,
      createdAt: clock.now(),
    },
  });
  await enqueue(tx, "replay-rules", { shopId, runId });
  return runId;
}
