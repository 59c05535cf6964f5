import type { Tx } from "#app/db.server.ts";
import type { LookAheadSettings } from "./look-ahead-settings.ts";

/** The settings in force and the mark a form must bring back with its changes. */
export async function readLookAhead(
  tx: Tx,
  shopId: string,
): Promise<{ readonly settings: LookAheadSettings; readonly seen: string }> {
  const { leastSaving, ...rest } = await tx.shop.findUniqueOrThrow({
    where: { shopId },
    select: {
      opportunityCost: true,
      replenishDays: true,
      coolOffMinutes: true,
      reconsiderUnaccepted: true,
      mostPlanChanges: true,
      leastSaving: true,
    },
  });
  const settings = { ...rest, leastSaving: leastSaving.toFixed(2) };
  return { settings, seen: JSON.stringify({ ...rest, leastSaving: leastSaving.toFixed(4) }) };
}
