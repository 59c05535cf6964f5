import { inShop } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { findOrderIds } from "#app/shopify/find-order-ids.server.ts";
import { noteOrdersChanged } from "./note-orders-changed.server.ts";

/** Fulfillment orders asked for at once: a few cheap queries. */
const MOST_AT_ONCE = 200;

/**
 * Asks Shopify which orders belong to fulfillment orders that webhooks named, and marks those
 * orders. Fulfillment orders the app may not see are forgotten. False when none was to be asked for.
 * Throws ShopifyError.
 */
export async function resolveFulfillmentOrders(shop: ShopContext): Promise<boolean> {
  const { shopId } = shop;
  const refs = await inShop(shop, (tx) =>
    tx.fulfillmentOrderRef.findMany({
      where: { shopId, orderId: null },
      orderBy: { seenAt: "asc" },
      take: MOST_AT_ONCE,
      select: { fulfillmentOrderId: true },
    }),
  );
  if (refs.length === 0) return false;
  const ids = refs.map((ref) => ref.fulfillmentOrderId);
  const orderIds = await findOrderIds(shopId, ids);
  await inShop(shop, async (tx) => {
    const reason = "Shopify routed the order";
    // Orders are locked before their fulfillment orders, as everywhere.
    await noteOrdersChanged(
      tx,
      shop,
      [...new Set(orderIds.values())].map((orderId) => ({ orderId, reason })),
    );
    await tx.$queryRaw`
      select from fulfillment_order_refs
      where shop_id = ${shopId} and fulfillment_order_id = any(${ids}::text[])
      order by fulfillment_order_id for update`;
    const found = JSON.stringify([...orderIds].map(([id, orderId]) => ({ id, orderId })));
    await tx.$executeRaw`
      update fulfillment_order_refs r set order_id = found."orderId"
      from jsonb_to_recordset(${found}::jsonb) as found(id text, "orderId" text)
      where r.shop_id = ${shopId} and r.fulfillment_order_id = found.id`;
    await tx.fulfillmentOrderRef.deleteMany({
      where: { shopId, orderId: null, fulfillmentOrderId: { in: ids } },
    });
  });
  return true;
}
