import { inShop } from "#app/db.server.ts";
import { mayChangeRules } from "#app/rules/may-change-rules.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { unfinished } from "./replay-run.ts";

export type CancelOutcome = "cancelled" | "over" | "not_found" | "forbidden";

/** Stops a run; the worker hears of it before it stores the next stretch of orders. */
export async function cancelRun(shop: ShopContext, runId: string): Promise<CancelOutcome> {
  if (!mayChangeRules(shop.actor)) return "forbidden";
  const { shopId } = shop;
  return inShop(shop, async (tx) => {
    const stopped = await tx.replayRun.updateMany({
      where: { shopId, runId, status: { in: [...unfinished] } },
      data: { status: "cancelled", finishedAt: shop.clock.now() },
    });
    if (stopped.count > 0) {
      await tx.replayChunk.deleteMany({ where: { shopId, runId } });
      return "cancelled";
    }
    return (await tx.replayRun.count({ where: { shopId, runId } })) > 0 ? "over" : "not_found";
  });
}
