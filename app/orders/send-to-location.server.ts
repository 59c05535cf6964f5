import { inShop } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { AskOutcome } from "./ask-for-routing.server.ts";
import { askForRouting } from "./ask-for-routing.server.ts";

/**
 * A person chooses the location. Rules do not bind that choice, stock does: what the location does
 * not have becomes an exception. Units an associate has accepted elsewhere stay there.
 */
export async function sendToLocation(
  shop: ShopContext,
  orderId: string,
  locationId: string,
  reason: string,
): Promise<AskOutcome> {
  return inShop(shop, async (tx) => {
    const location = await tx.location.findFirst({
      where: { shopId: shop.shopId, locationId, active: true, fulfillsOnlineOrders: true },
      select: { locationId: true, name: true },
    });
    if (!location) return { ok: false, because: "unknown_location" };
    return askForRouting(tx, shop, { orderId, reason, sendTo: location });
  });
}
