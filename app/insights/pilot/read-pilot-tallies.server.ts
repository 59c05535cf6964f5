import type { Tx } from "#app/db.server.ts";
import type { Arm } from "#app/rules/pilot/running-pilot.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { ArmTallies, PilotTallies } from "./pilot-tallies.ts";

interface TallyRow {
  readonly arm: Arm;
  readonly orders: number;
  readonly shipped: number;
  readonly mean: number;
  readonly variance: number;
  readonly split: number;
  readonly answered: number;
  readonly rejected: number;
  readonly handedOver: number;
  readonly onTime: number;
}

const NOTHING: ArmTallies = {
  orders: 0,
  cost: { count: 0, mean: 0, variance: 0 },
  split: { count: 0, hits: 0 },
  rejected: { count: 0, hits: 0 },
  onTime: { count: 0, hits: 0 },
};

/**
 * What became of a pilot's orders, each counted on the side it was drawn for, whatever people or later
 * decisions did with it ("intention to treat"): only so do the two sides stay alike. Cancelled orders
 * stay out on both.
 */
export async function readPilotTallies(
  tx: Tx,
  { shopId }: ShopContext,
  pilotId: string,
): Promise<PilotTallies> {
  const rows = await tally(tx, shopId, pilotId);
  return { control: toTallies(rows, "control"), treatment: toTallies(rows, "treatment") };
}

function tally(tx: Tx, shopId: string, pilotId: string): Promise<TallyRow[]> {
  return tx.$queryRaw`
    with members as (
      select distinct d.order_id, d.arm from decisions d
      join orders o on o.shop_id = d.shop_id and o.order_id = d.order_id
      where d.shop_id = ${shopId} and d.pilot_id = ${pilotId} and o.cancelled_at is null),
    tasks as (
      select order_id,
        bool_or(status in ('accepted', 'packed', 'completed', 'rejected')) as answered,
        bool_or(status = 'completed') and not bool_or(status in ('offered', 'accepted', 'packed'))
          as handed_over,
        max(ended_at) filter (where status = 'completed') as last_at
      from pick_tasks where shop_id = ${shopId} and order_id in (select order_id from members)
      group by order_id),
    facts as (
      select m.arm, d.cost, d.parcels, t.answered, t.handed_over and o.max_delivery_days is not null
          and d.delivery_days is not null and o.placed_at is not null as timed,
        exists (select from rejections r where r.shop_id = ${shopId} and r.order_id = m.order_id)
          as rejected,
        floor(extract(epoch from t.last_at - o.placed_at) / 86400) + d.delivery_days
          <= o.max_delivery_days as on_time
      from members m
      join orders o on o.shop_id = ${shopId} and o.order_id = m.order_id
      join decisions d on d.shop_id = ${shopId} and d.decision_id = o.decision_id
      left join tasks t on t.order_id = m.order_id)
    select arm, count(*)::int as orders,
      count(*) filter (where parcels > 0 and cost is not null)::int as shipped,
      coalesce(avg(cost) filter (where parcels > 0), 0)::float8 as mean,
      coalesce(var_samp(cost) filter (where parcels > 0), 0)::float8 as variance,
      count(*) filter (where parcels > 1 and cost is not null)::int as split,
      count(*) filter (where answered)::int as answered,
      count(*) filter (where answered and rejected)::int as rejected,
      count(*) filter (where timed)::int as "handedOver",
      count(*) filter (where timed and on_time)::int as "onTime"
    from facts group by arm`;
}

function toTallies(rows: readonly TallyRow[], arm: Arm): ArmTallies {
  const row = rows.find((one) => one.arm === arm);
  if (!row) return NOTHING;
  return {
    orders: row.orders,
    cost: { count: row.shipped, mean: row.mean, variance: row.variance },
    split: { count: row.shipped, hits: row.split },
    rejected: { count: row.answered, hits: row.rejected },
    onTime: { count: row.handedOver, hits: row.onTime },
  };
}
