import type { Tx } from "#app/db.server.ts";
import type { Condition } from "#app/routing/ruleset.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { parseRuleset } from "../parse-ruleset.ts";
import type { RunningPilot } from "./running-pilot.ts";

/** The shop's one running pilot; null without one. A pilot past its end date decides no new order. */
export async function readRunningPilot(tx: Tx, shop: ShopContext): Promise<RunningPilot | null> {
  const row = await tx.pilot.findFirst({
    where: { shopId: shop.shopId, status: "running", endsAt: { gt: shop.clock.now() } },
  });
  if (!row) return null;
  const { pilotId, storeIds, sharePercent } = row;
  return {
    pilotId,
    ruleset: parseRuleset(row.ruleset, "$", "product"),
    scope: row.scope as Condition | null,
    storeIds,
    sharePercent,
  };
}
