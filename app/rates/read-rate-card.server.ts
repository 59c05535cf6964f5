import type { Tx } from "#app/db.server.ts";
import type { RateCard } from "#app/generated/prisma/client.ts";
import type { ServiceRates } from "#app/routing/snapshot.ts";
import type { ShopContext } from "#app/shop-context.ts";

/** What shipping costs, as the engine reads it. */
export interface RateCardInForce {
  readonly version: number;
  readonly rates: readonly ServiceRates[];
  /** In the shop's currency, 4 decimals. */
  readonly splitPenalty: string;
}

/**
 * The card that holds at an instant (now, unless told): the one that began last, the newer version of
 * two that began together, withdrawn ones left out. Null before the first sync has installed one.
 */
export async function readRateCard(
  tx: Tx,
  shop: ShopContext,
  at: Date = shop.clock.now(),
): Promise<RateCardInForce | null> {
  const card = await findCardInForce(tx, shop, at);
  if (!card) return null;
  return {
    version: card.version,
    rates: card.rates as unknown as ServiceRates[],
    splitPenalty: card.splitPenalty.toFixed(4),
  };
}

/** Its row, with name, author and dates. */
export async function findCardInForce(
  tx: Tx,
  shop: ShopContext,
  at: Date = shop.clock.now(),
): Promise<RateCard | null> {
  return tx.rateCard.findFirst({
    where: { shopId: shop.shopId, appliesFrom: { lte: at }, withdrawnAt: null },
    orderBy: [{ appliesFrom: "desc" }, { version: "desc" }],
  });
}
