import type { Tx } from "#app/db.server.ts";
import type { Order } from "#app/generated/prisma/client.ts";
import type { Decision as Plan } from "#app/routing/plan.ts";
import type { StoredSnapshot } from "./internal/build-snapshot.ts";

export interface ReconsiderableOrder {
  readonly order: Order;
  readonly snapshot: StoredSnapshot;
  readonly plan: Plan;
}

/**
 * Orders whose plan may still change: sent as parcels, wholly planned by us, nothing accepted, picked
 * or fulfilled yet, nobody's wish open, and not changed for a better plan as often as the shop allows.
 * Oldest first.
 */
export async function loadReconsiderable(
  tx: Tx,
  shopId: string,
  { mostChanges, limit }: { readonly mostChanges: number; readonly limit: number },
): Promise<ReconsiderableOrder[]> {
  const rows = await tx.$queryRaw<{ orderId: string; decisionId: string }[]>`
    select o.order_id as "orderId", o.decision_id as "decisionId"
    from orders o join decisions d on d.shop_id = o.shop_id and d.decision_id = o.decision_id
    where o.shop_id = ${shopId} and o.status in ('routed', 'placed') and o.dirty_at is null
      and o.delivery_method = 'shipping' and not o.reroute_requested
      and o.send_to_location_id is null and d.outcome = 'planned' and d.engine_version <> 'staff'
      and d.actor = 'backroom'
      and not exists (select from pick_tasks t where t.shop_id = o.shop_id
        and t.order_id = o.order_id and t.status in ('accepted', 'packed', 'completed'))
      and (select count(*) from decisions b where b.shop_id = o.shop_id
        and b.order_id = o.order_id and b.saving is not null) < ${mostChanges}
    order by o.placed_at, o.order_id limit ${limit}`;
  const [orders, decisions] = [
    await tx.order.findMany({ where: { shopId, orderId: { in: rows.map((row) => row.orderId) } } }),
    await tx.decision.findMany({
      where: { shopId, decisionId: { in: rows.map((row) => row.decisionId) } },
      select: { decisionId: true, snapshot: true, plan: true },
    }),
  ];
  return rows.map(({ orderId, decisionId }) => {
    const { snapshot, plan } = decisions.find((one) => one.decisionId === decisionId)!;
    return {
      order: orders.find((one) => one.orderId === orderId)!,
      snapshot: snapshot as unknown as StoredSnapshot,
      plan: plan as unknown as Plan,
    };
  });
}
