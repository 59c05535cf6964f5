import { inShop } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";

/** Tells people that the first import failed, and why. A shop that was imported before stays so. */
export async function failFirstSync(shop: ShopContext, why: string): Promise<void> {
  await inShop(shop, (tx) =>
    tx.shop.updateMany({
      where: { shopId: shop.shopId, firstSync: { not: "done" } },
      data: { firstSync: "failed", firstSyncNote: why },
    }),
  );
}
