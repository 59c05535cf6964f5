import { inShop } from "../../db.server.ts";
import type { ShopContext } from "../../shop-context.ts";
import type { Effect } from "./load-effect.server.ts";

/**
 * Units left are counted per order, so two shipments of one order must not be on their way at once:
 * after a lost answer each would take the other's for its own. One stuck for ten minutes is given up.
 */
export async function isAnotherOnItsWay(shop: ShopContext, effect: Effect): Promise<boolean> {
  const { orderId, intentId } = effect;
  const since = new Date(shop.clock.now().getTime() - 10 * 60_000);
  const others = await inShop(shop, (tx) =>
    tx.intent.count({
      where: {
        shopId: shop.shopId,
        orderId,
        kind: "fulfil",
        status: "sent",
        intentId: { not: intentId },
        sentAt: { gt: since },
      },
    }),
  );
  return others > 0;
}
