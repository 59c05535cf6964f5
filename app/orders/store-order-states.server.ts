import type { Tx } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { OrderResult } from "./internal/order-result.ts";
import type { DirtyOrder } from "./pick-dirty-orders.server.ts";

/**
 * Moves orders to their new status and takes back the hints that the reading answered: those known
 * before it began. A request of a person that the decision heard is over.
 */
export async function storeOrderStates(
  tx: Tx,
  shop: ShopContext,
  seen: readonly DirtyOrder[],
  results: readonly OrderResult[],
): Promise<void> {
  const seenAt = new Map(seen.map(({ orderId, dirtyAt }) => [orderId, dirtyAt.toISOString()]));
  const rows = results.map((result) => ({
    order_id: result.orderId,
    status: result.status,
    fingerprint: result.fingerprint,
    delivery_method: result.deliveryMethod,
    pickup_location_id: result.pickupLocationId,
    decision_id: result.decision?.decisionId ?? null,
    heard: result.answersRequest,
    decide_after: result.waitsUntil,
    seen_at: seenAt.get(result.orderId) ?? null,
  }));
  await tx.$executeRaw`
    update orders o set status = r.status, fingerprint = r.fingerprint,
      delivery_method = coalesce(r.delivery_method, o.delivery_method),
      pickup_location_id = r.pickup_location_id,
      decision_id = coalesce(r.decision_id, o.decision_id),
      decide_after = r.decide_after, reconsider = false,
      reroute_requested = o.reroute_requested and not r.heard,
      send_to_location_id = case when r.heard then null else o.send_to_location_id end,
      dirty_at = nullif(o.dirty_at, r.seen_at),
      dirty_reason = case when o.dirty_at = r.seen_at then '' else o.dirty_reason end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(order_id text, status text,
      fingerprint text, delivery_method text, pickup_location_id text, decision_id text,
      heard boolean, decide_after timestamptz, seen_at timestamptz)
    where o.shop_id = ${shop.shopId} and o.order_id = r.order_id`;
}
