import type { Tx } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";

/** Nothing is replayed that is older: it is not kept either. */
const DAYS_KEPT = 180;

/** Deletes past orders, and where they were placed, that are too old to learn from. */
export async function dropOldHistory(tx: Tx, shop: ShopContext): Promise<void> {
  const { shopId } = shop;
  const before = new Date(shop.clock.now().getTime() - DAYS_KEPT * 86_400_000);
  await tx.$executeRaw`
    delete from past_placements placement using past_orders past
    where placement.shop_id = ${shopId} and past.shop_id = ${shopId}
      and past.order_id = placement.order_id and past.placed_at < ${before}`;
  await tx.pastOrder.deleteMany({ where: { shopId, placedAt: { lt: before } } });
}
