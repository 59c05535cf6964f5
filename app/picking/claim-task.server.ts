import type { Tx } from "../db.server.ts";
import type { ShopContext } from "../shop-context.ts";
import { intendProgress } from "./intend-progress.server.ts";
import type { LockedTask } from "./lock-task.server.ts";

/** Makes the actor the locked task's holder and voids every older claim. Returns the new one. */
export async function claimTask(tx: Tx, shop: ShopContext, task: LockedTask): Promise<number> {
  const { shopId, taskId } = task;
  const { claim } = await tx.pickTask.update({
    where: { shopId_taskId: { shopId, taskId } },
    data: {
      status: "accepted",
      claim: { increment: 1 },
      acceptedBy: shop.actor.name,
      acceptedAt: shop.clock.now(),
    },
  });
  await intendProgress(tx, shop, task);
  return claim;
}
