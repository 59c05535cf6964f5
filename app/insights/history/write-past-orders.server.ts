import type { Tx } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { PastOrderFacts } from "./past-order-facts.ts";

export interface PastOrderRow {
  readonly orderId: string;
  readonly name: string;
  /** ISO 8601, as are all instants here. */
  readonly placedAt: string;
  readonly cancelledAt: string | null;
  readonly shippingCharged: string;
  readonly facts: PastOrderFacts;
}

/** Writes past orders, over what was known of them. Shopify's own word is never overruled by a file. */
export async function writePastOrders(
  tx: Tx,
  { shopId, clock }: ShopContext,
  source: "shopify" | "csv",
  rows: readonly PastOrderRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw`
    insert into past_orders (shop_id, order_id, source, name, placed_at, cancelled_at, facts,
      shipping_charged, read_at)
    select ${shopId}, r."orderId", ${source}, r.name, r."placedAt", r."cancelledAt", r.facts,
      r."shippingCharged", ${clock.now()}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("orderId" text, name text,
      "placedAt" timestamptz, "cancelledAt" timestamptz, facts jsonb, "shippingCharged" numeric)
    on conflict (shop_id, order_id) do update set
      source = excluded.source, name = excluded.name, placed_at = excluded.placed_at,
      cancelled_at = excluded.cancelled_at, facts = excluded.facts,
      shipping_charged = excluded.shipping_charged, read_at = excluded.read_at
    where past_orders.source = 'csv' or excluded.source = 'shopify'`;
}
