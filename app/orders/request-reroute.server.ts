import { inShop } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { AskOutcome } from "./ask-for-routing.server.ts";
import { askForRouting } from "./ask-for-routing.server.ts";

/** A person wants the order decided anew under the rules, whatever the last decision says. */
export async function requestReroute(
  shop: ShopContext,
  orderId: string,
  reason: string,
): Promise<AskOutcome> {
  return inShop(shop, (tx) => askForRouting(tx, shop, { orderId, reason, sendTo: null }));
}
