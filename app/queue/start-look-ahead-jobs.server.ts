import type { Tx } from "../db.server.ts";
import { enqueue } from "./enqueue.server.ts";

/** Minute of the hour at which what lies ahead is reckoned anew. */
const refreshMinute = 17;
/** Hour of the day, UTC, for shops that decide without it: their rules may still ask for age and cover. */
const quietHour = 3;
/** Second thoughts every ten minutes, and not in the minutes of other periodic work. */
const reconsiderEvery = 10;
const reconsiderMinute = 6;

/** The part of the clock that looks ahead: due windows, costs to come, second thoughts. */
export async function startLookAheadJobs(tx: Tx, shopId: string, now: Date): Promise<void> {
  const { opportunityCost, reconsiderUnaccepted } = await tx.shop.findUniqueOrThrow({
    where: { shopId },
    select: { opportunityCost: true, reconsiderUnaccepted: true },
  });
  const minute = now.getUTCMinutes();
  if (minute === refreshMinute) {
    const isDue = opportunityCost || now.getUTCHours() === quietHour;
    if (isDue || !(await wasEverReckoned(tx, shopId))) {
      await enqueue(tx, "refresh-opportunity-costs", { shopId });
    }
  }
  if (reconsiderUnaccepted && minute % reconsiderEvery === reconsiderMinute) {
    await enqueue(tx, "reconsider-orders", { shopId });
  }
  // Every window has a job of its own; one that was lost is found here.
  const due = await tx.order.findFirst({
    where: { shopId, decideAfter: { lte: now }, dirtyAt: null },
    select: { orderId: true },
  });
  if (due) await enqueue(tx, "close-windows", { shopId });
}

/** A new shop need not wait for the night. */
async function wasEverReckoned(tx: Tx, shopId: string): Promise<boolean> {
  const first = { where: { shopId }, select: { locationId: true } };
  return (await tx.opportunityCost.findFirst(first)) !== null;
}
