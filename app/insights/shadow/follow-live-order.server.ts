import type { Tx } from "#app/db.server.ts";
import type { Decision as DecisionRow, ShadowRun } from "#app/generated/prisma/client.ts";
import type { Decision } from "#app/routing/plan.ts";
import type { Snapshot } from "#app/routing/snapshot.ts";
import type { TakenUnits } from "./list-units.ts";
import { listUnits } from "./list-units.ts";
import { storeLiveUnits } from "./store-shadow-units.server.ts";

/**
 * Live routing decided an order anew (a store rejected it, a person moved it): what it takes now replaces
 * what it took, so that later orders in the shadow see the right shelves. Units that a store keeps from an
 * earlier decision are still taken.
 */
export async function followLiveOrder(
  tx: Tx,
  { shopId, shadowId }: ShadowRun,
  { orderId, decisionId, snapshot, plan }: DecisionRow,
): Promise<void> {
  const planned = listUnits(snapshot as unknown as Snapshot, plan as unknown as Decision);
  const kept = await listKept(tx, shopId, orderId, decisionId);
  await storeLiveUnits(tx, { shopId, shadowId, orderId }, [...planned, ...kept]);
}

async function listKept(
  tx: Tx,
  shopId: string,
  orderId: string,
  decisionId: string,
): Promise<TakenUnits[]> {
  return tx.$queryRaw<TakenUnits[]>`
    select i.key as sku, t.location_id as "locationId", sum(l.units - l.rejected_units)::int as units
    from pick_tasks t
    join pick_task_lines l on l.shop_id = t.shop_id and l.task_id = t.task_id
    join items i on i.shop_id = t.shop_id and i.inventory_item_id = l.inventory_item_id
    where t.shop_id = ${shopId} and t.order_id = ${orderId} and t.decision_id <> ${decisionId}
      and t.status in ('accepted', 'packed', 'completed')
    group by 1, 2`;
}
