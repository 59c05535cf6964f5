import type { Tx } from "#app/db.server.ts";
import { inShop } from "#app/db.server.ts";
import type { Pilot } from "#app/generated/prisma/client.ts";
import type { Condition } from "#app/routing/ruleset.ts";
import { mayChangeRules } from "#app/rules/may-change-rules.ts";
import { nameLocations } from "#app/rules/name-locations.server.ts";
import { readLiveRules } from "#app/rules/read-live-rules.server.ts";
import { describeOrders } from "#app/rules/words/describe-condition.ts";
import { joinWords } from "#app/rules/words/join-words.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { readShopFormat } from "#app/shops/read-shop-format.server.ts";
import { judgePilot } from "./judge-pilot.ts";
import { toPilotHead } from "./list-pilots.server.ts";
import type { MeasureName } from "./pilot-measures.ts";
import type { PilotReport } from "./pilot-view.ts";
import { readPilotTallies } from "./read-pilot-tallies.server.ts";

/** A pilot against its control group, as of now; null when the shop has none of this id. */
export async function showPilot(shop: ShopContext, pilotId: string): Promise<PilotReport | null> {
  return inShop(shop, async (tx) => {
    const pilot = await tx.pilot.findFirst({ where: { shopId: shop.shopId, pilotId } });
    if (!pilot) return null;
    const format = await readShopFormat(tx, shop);
    const tallies = await readPilotTallies(tx, shop, pilotId);
    const live = await readLiveRules(tx, shop);
    return {
      format,
      head: toPilotHead(pilot),
      scope: await describeScope(tx, shop, pilot, format.currency),
      measure: pilot.measure as MeasureName,
      stopRule: `Stops itself when stores reject more than ${pilot.stopAbovePercent} % of at least ${pilot.stopAfterOrders} answered orders.`,
      orders: { control: tallies.control.orders, treatment: tallies.treatment.orders },
      measures: judgePilot(tallies),
      liveVersion: live?.version ?? null,
      mayChange: mayChangeRules(shop.actor),
    };
  });
}

async function describeScope(
  tx: Tx,
  shop: ShopContext,
  { scope, storeIds }: Pilot,
  currency: string,
): Promise<string> {
  const locationName = await nameLocations(tx, shop);
  const condition = (scope as Condition | null) ?? undefined;
  const orders = describeOrders(condition, { currency, locationName });
  if (storeIds.length === 0) return orders;
  return `${orders}, where the nearest store is ${joinWords(storeIds.map(locationName), "or")}`;
}
