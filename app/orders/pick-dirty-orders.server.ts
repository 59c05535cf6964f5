import type { Tx } from "#app/db.server.ts";

/** An order to read again, as it stood before the reading began. */
export interface DirtyOrder {
  readonly orderId: string;
  /** Only this hint is answered by the reading; a later one stays. */
  readonly dirtyAt: Date;
  /** Effects in Shopify known to be done. If more are done afterwards, the reading is too old. */
  readonly effects: number;
}

/** The shop's longest waiting dirty orders, at most `limit`. */
export async function pickDirtyOrders(
  tx: Tx,
  shopId: string,
  limit: number,
): Promise<DirtyOrder[]> {
  return tx.$queryRaw<DirtyOrder[]>`
    select o.order_id as "orderId", o.dirty_at as "dirtyAt",
      (select count(*)::int from intents i where i.shop_id = o.shop_id
        and i.order_id = o.order_id and i.settled_at is not null) as effects
    from orders o where o.shop_id = ${shopId} and o.dirty_at is not null
    order by o.dirty_at, o.order_id limit ${limit}`;
}
