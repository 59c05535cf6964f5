import type { Tx } from "#app/db.server.ts";

export interface MissedOrder {
  readonly orderId: string;
  /** When the copy we hold was last changed in Shopify, ISO 8601; null when we hold none. */
  readonly ours: string | null;
  readonly shopifys: string;
}

/** Of orders as Shopify lists them, those we hold no copy or an older copy of, and expect no news of. */
export async function findMissedOrders(
  tx: Tx,
  shopId: string,
  orders: readonly { readonly id: string; readonly updatedAt: string }[],
): Promise<MissedOrder[]> {
  if (orders.length === 0) return [];
  const rows = await tx.$queryRaw<{ orderId: string; ours: Date | null; shopifys: Date }[]>`
    select r.id as "orderId", o.shopify_updated_at as ours, r."updatedAt" as shopifys
    from jsonb_to_recordset(${JSON.stringify(orders)}::jsonb)
      as r(id text, "updatedAt" timestamptz(3))
    left join orders o on o.shop_id = ${shopId} and o.order_id = r.id
    where o.dirty_at is null and (o.shopify_updated_at is null or o.shopify_updated_at < r."updatedAt")
    order by r.id`;
  return rows.map(({ orderId, ours, shopifys }) => ({
    orderId,
    ours: ours?.toISOString() ?? null,
    shopifys: shopifys.toISOString(),
  }));
}
