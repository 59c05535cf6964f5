import { inShop } from "#app/db.server.ts";
import { mayChangeRules } from "#app/rules/may-change-rules.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { closePilot } from "./close-pilot.server.ts";
import type { PilotWrite } from "./pilot-write.ts";

/** Ends a pilot before its time. Every new order goes by the rules in force again. */
export async function endPilot(
  shop: ShopContext,
  { pilotId, reason }: { readonly pilotId: string; readonly reason: string },
): Promise<PilotWrite> {
  if (!mayChangeRules(shop.actor)) return { ok: false, because: "forbidden" };
  return inShop(shop, async (tx) => {
    const known = await tx.pilot.findFirst({ where: { shopId: shop.shopId, pilotId } });
    if (!known) return { ok: false, because: "not_found" };
    const closed = await closePilot(tx, shop, pilotId, { status: "ended", reason });
    return closed ? { ok: true, pilotId } : { ok: false, because: "over" };
  });
}
