import { DateTime } from "luxon";
import type { Tx } from "#app/db.server.ts";
import { processingDays } from "#app/locations/processing-days.ts";
import { readWorkingTimes } from "#app/locations/read-working-times.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { LookAhead } from "./internal/batch-world.ts";
import type { Pool } from "./load-networks.server.ts";

/** How the shop waits for others and thinks again. */
export async function loadLookAhead(
  tx: Tx,
  shop: ShopContext,
  { locations }: Pool,
): Promise<LookAhead> {
  const { shopId } = shop;
  const now = shop.clock.now();
  const { coolOffMinutes, leastSaving } = await tx.shop.findUniqueOrThrow({ where: { shopId } });
  const saving = { leastSaving: leastSaving.toNumber() };
  if (coolOffMinutes === 0) return { ...saving, window: null };
  const end = new Date(now.getTime() + coolOffMinutes * 60_000);
  const open = await tx.order.findFirst({
    where: { shopId, decideAfter: { gt: now } },
    orderBy: { decideAfter: "asc" },
    select: { decideAfter: true },
  });
  return {
    ...saving,
    window: {
      minutes: coolOffMinutes,
      openUntil: open?.decideAfter ?? null,
      cutoffAhead: locations.some((row) => losesDays(row, now, end)),
    },
  };
}

/** A parcel decided then leaves on a later day than one decided now. */
function losesDays(row: Pool["locations"][number], now: Date, then: Date): boolean {
  const leavesAfter = (at: Date) => processingDays(at, readWorkingTimes(row, at)) ?? 0;
  const midnights = dayOf(then, row.timeZone) === dayOf(now, row.timeZone) ? 0 : 1;
  return leavesAfter(then) + midnights > leavesAfter(now);
}

/** An unknown zone counts as UTC. */
function dayOf(at: Date, zone: string): string {
  const local = DateTime.fromJSDate(at, { zone });
  return (local.isValid ? local : DateTime.fromJSDate(at, { zone: "utc" })).toISODate()!;
}
