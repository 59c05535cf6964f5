import type { Tx } from "#app/db.server.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { defaultRates, defaultSplitPenalty } from "./default-rate-card.ts";

/** Gives a shop without a rate card the starter one, as version 1. */
export async function installDefaultRates(tx: Tx, shop: ShopContext): Promise<void> {
  const now = shop.clock.now();
  await tx.rateCard.createMany({
    data: {
      shopId: shop.shopId,
      version: 1,
      name: "Backroom's starter rates",
      rates: defaultRates as unknown as Prisma.InputJsonArray,
      splitPenalty: defaultSplitPenalty,
      appliesFrom: now,
      publishedBy: shop.actor.name,
      publishedAt: now,
    },
    skipDuplicates: true,
  });
}
