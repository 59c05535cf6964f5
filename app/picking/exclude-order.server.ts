import type { Tx } from "../db.server.ts";
import type { ShopContext } from "../shop-context.ts";

/** For good: this location is not offered this order again. A repeat changes nothing. */
export async function excludeOrder(
  tx: Tx,
  shop: ShopContext,
  exclusion: { readonly orderId: string; readonly locationId: string; readonly reason: string },
): Promise<void> {
  const { shopId } = shop;
  const { orderId, locationId, reason } = exclusion;
  const open = { shopId, orderId, locationId, inventoryItemId: null, endedAt: null };
  if (await tx.exclusion.findFirst({ where: open })) return;
  await tx.exclusion.create({ data: { ...open, reason, createdAt: shop.clock.now() } });
}
