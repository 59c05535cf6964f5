import { inShop } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { BulkPlacement } from "#app/shopify/read-bulk-placements.server.ts";

/** Stores where Shopify placed units, over what was known of the same fulfillment orders. */
export async function storePlacements(
  shop: ShopContext,
  placements: readonly BulkPlacement[],
): Promise<void> {
  const { shopId } = shop;
  const known = placements.filter(({ locationId }) => locationId !== null);
  if (known.length === 0) return;
  await inShop(
    shop,
    (tx) => tx.$executeRaw`
      insert into past_placements (shop_id, fulfillment_order_id, order_id, location_id,
        delivery_method, lines, fulfilled_at, delivered_at)
      select ${shopId}, r.* from jsonb_to_recordset(${JSON.stringify(known)}::jsonb)
        as r("fulfillmentOrderId" text, "orderId" text, "locationId" text, "deliveryMethod" text,
          lines jsonb, "fulfilledAt" timestamptz, "deliveredAt" timestamptz)
      on conflict (shop_id, fulfillment_order_id) do update set
        order_id = excluded.order_id, location_id = excluded.location_id,
        delivery_method = excluded.delivery_method, lines = excluded.lines,
        fulfilled_at = excluded.fulfilled_at, delivered_at = excluded.delivered_at`,
  );
}
