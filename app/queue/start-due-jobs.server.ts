import { DateTime } from "luxon";
import type { Clock } from "../clock.ts";
import { systemClock } from "../clock.ts";
import type { Tx } from "../db.server.ts";
import { inShop, listInstalledShopIds } from "../db.server.ts";
import { enqueue } from "./enqueue.server.ts";
import { rescueLostWork } from "./rescue-lost-work.server.ts";
import { startLookAheadJobs } from "./start-look-ahead-jobs.server.ts";

/** Work whose job should long have run: after this it is assumed lost and enqueued again. */
const overdueMs = 2 * 60_000;
const reconcileEveryMinutes = 5;
/** Minute of every hour at which pick success is measured. */
const accuracyMinute = 10;
/** Hours of the day, UTC, at which each shop's nightly work starts, on the hour. */
const nightly = [
  { kind: "sync-catalog", hour: 2 },
  { kind: "sync-history", hour: 3 },
  { kind: "audit-stock", hour: 4 },
] as const;

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
  if (now.getUTCMinutes() === accuracyMinute) await enqueue(tx, "measure-accuracy", { shopId });
  for (const { kind, hour } of nightly) {
    const isDue = now.getUTCHours() === hour && now.getUTCMinutes() === 0;
    if (isDue) await enqueue(tx, kind, { shopId });
  }
  if (await hasNewDay(tx, shopId, now)) {
    await enqueue(tx, "wake-exceptions", { shopId, events: ["capacity_freed"] });
  }
  if (await hasDueRules(tx, shopId, now)) await enqueue(tx, "publish-due-rules", { shopId });
  const pilot = await tx.pilot.findFirst({ where: { shopId, status: "running" } });
  if (pilot) await enqueue(tx, "judge-pilots", { shopId });
  await startLookAheadJobs(tx, shopId, now);
  await rescueLostWork(tx, shopId, new Date(now.getTime() - overdueMs));
}

/**
 * Whether a day begins where a location has a daily limit. Told four times in the first two hours of
 * the day: a tick may be missed, and some zones skip the hour after midnight once a year.
 */
async function hasNewDay(tx: Tx, shopId: string, now: Date): Promise<boolean> {
  const rows = await tx.$queryRaw<{ zone: string }[]>`
    select distinct time_zone as zone from locations where shop_id = ${shopId}
      and coalesce(orders_per_day, units_per_day, minutes_per_day) is not null`;
  return rows.some(({ zone }) => {
    const local = DateTime.fromJSDate(now, { zone });
    return local.isValid && local.hour < 2 && local.minute % 30 === 0;
  });
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
