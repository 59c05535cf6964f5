import { inShop, lockShop } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { mayChangeRates } from "./may-change-rates.ts";
import type { RateCardWrite } from "./publish-rate-card.server.ts";
import { addVersion } from "./publish-rate-card.server.ts";
import type { CardService } from "./rate-card.ts";
import type { Ladder } from "./rate-line.ts";
import { findCardInForce } from "./read-rate-card.server.ts";

/**
 * What each parcel after the first costs on top, as a decimal string: the same card as a new version,
 * because plans are compared by it. Cards whose day is still to come get it too.
 */
export async function setSplitPenalty(
  shop: ShopContext,
  splitPenalty: string,
): Promise<RateCardWrite> {
  const { shopId } = shop;
  if (!mayChangeRates(shop.actor)) return { ok: false, because: "not_found" };
  return inShop(shop, async (tx) => {
    await lockShop(tx, shopId, "rates");
    const card = await findCardInForce(tx, shop);
    if (!card) return { ok: false, because: "not_found" };
    const future = { shopId, appliesFrom: { gt: shop.clock.now() }, withdrawnAt: null };
    await tx.rateCard.updateMany({ where: future, data: { splitPenalty } });
    const version = await addVersion(tx, shop, {
      name: card.name,
      rates: card.rates as unknown as CardService[],
      ladder: card.ladder as Ladder,
      appliesFrom: null,
      splitPenalty,
    });
    return { ok: true, version };
  });
}
