import type { Tx } from "#app/db.server.ts";
import { enqueue } from "#app/queue/enqueue.server.ts";
import type { ShopContext } from "#app/shop-context.ts";

/** Shopify hands a closing location's work over at once; its news of both may come in any order. */
const adoptedWithinMs = 10 * 60_000;

/**
 * Has the orders of a location that closed decided anew: Shopify gives them to its highest-priority
 * location, whether that has the units or not. Also those whose hand-over was just taken for a move
 * by staff. In the caller's transaction, under the lock that deciding takes.
 */
export async function leaveClosed(
  tx: Tx,
  shop: ShopContext,
  location: { readonly id: string; readonly name: string },
): Promise<void> {
  const { shopId } = shop;
  const now = shop.clock.now();
  const adoptedSince = new Date(now.getTime() - adoptedWithinMs);
  const planned = JSON.stringify([{ locationId: location.id }]);
  const left = await tx.$executeRaw`
    with leaving as (
      select o.order_id from orders o
      join decisions d on d.shop_id = o.shop_id and d.decision_id = o.decision_id
      left join decisions before on before.shop_id = d.shop_id and before.order_id = d.order_id
        and before.sequence = d.sequence - 1
      where o.shop_id = ${shopId} and o.status not in ('cancelled', 'fulfilled')
        and (d.plan -> 'parcels' @> ${planned}::jsonb
          or (d.engine_version = 'staff' and d.created_at >= ${adoptedSince}
            and before.plan -> 'parcels' @> ${planned}::jsonb))
      order by o.order_id for no key update of o
    )
    update orders o set dirty_reason = ${`${location.name} closed`},
      status = case when o.status in ('placed', 'routed') then 'new' else o.status end,
      dirty_at = greatest(${now}, o.dirty_at + interval '1 millisecond')
    from leaving where o.shop_id = ${shopId} and o.order_id = leaving.order_id`;
  if (left > 0) await enqueue(tx, "route-orders", { shopId });
}
