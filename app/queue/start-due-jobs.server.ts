import type { Clock } from "../clock.ts";
import { systemClock } from "../clock.ts";
import type { Tx } from "../db.server.ts";
import { inShop, listInstalledShopIds } from "../db.server.ts";
import { enqueue } from "./enqueue.server.ts";
import { rescueLostWork } from "./rescue-lost-work.server.ts";

/** Work whose job should long have run: after this it is assumed lost and enqueued again. */
const overdueMs = 2 * 60_000;
const reconcileEveryMinutes = 5;
/** Hour of the day, UTC, of the nightly comparison of the whole stock mirror. */
const auditHour = 4;

/**
 * Job, every minute: starts what is due for every shop, and picks up work whose job was lost. Each
 * job reads the present state, so starting one too many does nothing.
 */
export async function startDueJobs(clock: Clock = systemClock): Promise<void> {
  for (const shopId of await listInstalledShopIds()) {
    await inShop({ shopId }, (tx) => startForShop(tx, shopId, clock.now()));
  }
}

async function startForShop(tx: Tx, shopId: string, now: Date): Promise<void> {
  await enqueue(tx, "expire-pick-tasks", { shopId });
  if (now.getUTCMinutes() % reconcileEveryMinutes === 0) {
    await enqueue(tx, "reconcile-orders", { shopId });
  }
  if (now.getUTCHours() === auditHour && now.getUTCMinutes() === 0) {
    await enqueue(tx, "audit-stock", { shopId });
  }
  if (await hasDueRules(tx, shopId, now)) await enqueue(tx, "publish-due-rules", { shopId });
  await rescueLostWork(tx, shopId, new Date(now.getTime() - overdueMs));
}

/** Whether rules on the calendar should have started or ended by now. */
async function hasDueRules(tx: Tx, shopId: string, now: Date): Promise<boolean> {
  const due = await tx.ruleDraft.findFirst({
    where: {
      shopId,
      OR: [
        { state: "scheduled", startsAt: { lte: now } },
        { state: "running", endsAt: { lte: now } },
      ],
    },
    select: { draftId: true },
  });
  return due !== null;
}
