import type { Clock } from "#app/clock.ts";
import { systemClock } from "#app/clock.ts";
import type { Tx } from "#app/db.server.ts";
import { inShop } from "#app/db.server.ts";
import { raiseExceptions } from "#app/exceptions/raise-exception.server.ts";
import type { Pilot } from "#app/generated/prisma/client.ts";
import type { JobPayloads } from "#app/queue/jobs.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { systemContext } from "#app/shop-context.ts";
import { closePilot } from "./close-pilot.server.ts";
import { findStopRate } from "./find-stop-rate.ts";
import { readPilotTallies } from "./read-pilot-tallies.server.ts";

/**
 * Job `judge-pilots`, every minute while a pilot runs: stops one whose stores reject too much and raises
 * an exception that says so, or ends one whose time is over. Safe to repeat.
 */
export async function judgePilots(
  { shopId }: JobPayloads["judge-pilots"],
  clock: Clock = systemClock,
): Promise<void> {
  const shop = systemContext(shopId, clock);
  await inShop(shop, async (tx) => {
    const pilots = await tx.pilot.findMany({ where: { shopId, status: "running" } });
    for (const pilot of pilots) await judge(tx, shop, pilot);
  });
}

async function judge(tx: Tx, shop: ShopContext, pilot: Pilot): Promise<void> {
  const { treatment } = await readPilotTallies(tx, shop, pilot.pilotId);
  const rate = findStopRate(treatment, pilot);
  if (rate !== null) {
    const { count, hits } = treatment.rejected;
    const reason = `Stores rejected ${hits} of ${count} answered orders (${rate.toFixed(1)} %); the limit is ${pilot.stopAbovePercent} %.`;
    await stop(tx, shop, pilot, reason);
  } else if (pilot.endsAt <= shop.clock.now()) {
    await closePilot(tx, shop, pilot.pilotId, { status: "ended", reason: "Its time was over." });
  }
}

async function stop(
  tx: Tx,
  shop: ShopContext,
  { pilotId, name }: Pilot,
  reason: string,
): Promise<void> {
  const isNew = await closePilot(tx, shop, pilotId, { status: "stopped", reason });
  if (!isNew) return;
  await raiseExceptions(tx, shop, [
    {
      queue: "pilot_stopped",
      key: `pilot_stopped:${pilotId}`,
      summary: `The pilot “${name}” stopped itself. ${reason}`,
      evidence: { pilotId },
    },
  ]);
}
