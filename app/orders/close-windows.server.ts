import type { Clock } from "#app/clock.ts";
import type { Tx } from "#app/db.server.ts";
import { inShop } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { systemContext } from "#app/shop-context.ts";
import { noteOrdersChanged } from "./note-orders-changed.server.ts";

/**
 * Job `close-windows`: once the first order of the cool-off window has waited long enough, all that
 * wait are due and read again, to be decided together. Nothing is due: nothing happens.
 */
export async function closeWindows(
  { shopId }: { readonly shopId: string },
  clock?: Clock,
): Promise<void> {
  const shop = systemContext(shopId, clock);
  await inShop(shop, async (tx) => {
    const waiting = await endWaiting(tx, shop);
    const others = waiting.length - 1;
    const together = others === 1 ? "another" : `${others} others`;
    const reason =
      others === 0 ? "order placed, no other came meanwhile" : `order placed, with ${together}`;
    await noteOrdersChanged(
      tx,
      shop,
      waiting.map((orderId) => ({ orderId, reason })),
    );
  });
}

/** Locks the waiting orders by id, as everywhere; none when the first is not due yet. */
async function endWaiting(tx: Tx, { shopId, clock }: ShopContext): Promise<string[]> {
  const now = clock.now();
  const rows = await tx.$queryRaw<{ orderId: string; decideAfter: Date }[]>`
    select order_id as "orderId", decide_after as "decideAfter" from orders
    where shop_id = ${shopId} and decide_after is not null
    order by order_id for no key update`;
  if (!rows.some(({ decideAfter }) => decideAfter <= now)) return [];
  const orderIds = rows.map(({ orderId }) => orderId);
  await tx.order.updateMany({
    where: { shopId, orderId: { in: orderIds }, decideAfter: { gt: now } },
    data: { decideAfter: now },
  });
  return orderIds;
}
