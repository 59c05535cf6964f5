import { inShop } from "#app/db.server.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { measureRulePrices } from "../price/measure-rule-prices.ts";
import { measureOutcomes } from "./measure-outcomes.ts";
import type { OrderOutcome } from "./plan-summary.ts";
import { readRun } from "./replay-run.ts";

/**
 * Adds up a run whose orders are all decided, and drops what it only needed on the way; or, told why,
 * ends it as failed. A run that is over already stays as it is.
 */
export async function finishRun(shop: ShopContext, runId: string, failure?: string): Promise<void> {
  const { shopId } = shop;
  await inShop(shop, async (tx) => {
    const finishedAt = shop.clock.now();
    if (failure !== undefined) {
      await tx.replayRun.updateMany({
        where: { shopId, runId, status: { in: ["waiting", "running"] } },
        data: { status: "failed", note: failure, finishedAt },
      });
      return;
    }
    const row = await tx.replayRun.findUnique({ where: { shopId_runId: { shopId, runId } } });
    if (row?.status !== "running") return;
    const chunks = await tx.replayChunk.findMany({
      where: { shopId, runId },
      orderBy: { chunk: "asc" },
    });
    const outcomes = chunks.flatMap((chunk) => chunk.outcomes as unknown as OrderOutcome[]);
    const { kind, variants } = readRun(row);
    const measure = kind === "price" ? measureRulePrices : measureOutcomes;
    const figures = measure(outcomes, variants.length);
    await tx.replayChunk.deleteMany({ where: { shopId, runId } });
    await tx.replayRun.update({
      where: { shopId_runId: { shopId, runId } },
      data: {
        status: "done",
        finishedAt,
        result: figures as unknown as Prisma.InputJsonObject,
      },
    });
  });
}
