import { DateTime } from "luxon";
import type { Tx } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { TodayNumbers } from "./home-view.ts";

type OrderNumbers = Omit<TodayNumbers, "answeredTasks" | "rejectedTasks">;
type TaskNumbers = Pick<TodayNumbers, "answeredTasks" | "rejectedTasks">;

/** The numbers of the day that began at midnight in `timeZone`; see `TodayNumbers` for each. */
export async function readToday(
  tx: Tx,
  shop: ShopContext,
  timeZone: string,
): Promise<TodayNumbers> {
  const now = DateTime.fromJSDate(shop.clock.now(), { zone: timeZone });
  const since = now.startOf("day").toJSDate();
  return { ...(await countOrders(tx, shop, since)), ...(await countTasks(tx, shop, since)) };
}

async function countOrders(tx: Tx, { shopId }: ShopContext, since: Date): Promise<OrderNumbers> {
  const [numbers] = await tx.$queryRaw<OrderNumbers[]>`
    with decided as (
      select o.order_id, extract(epoch from first.created_at - o.created_at)::float8 as seconds,
             d.cost, d.parcels, d.outcome in ('planned', 'partial') as routed,
             exists (select from order_events e
                      where e.shop_id = o.shop_id and e.order_id = o.order_id
                        and e.kind in ('override', 'exception_resolved') and e.actor <> 'backroom')
             or exists (select from exceptions x
                         where x.shop_id = o.shop_id and x.order_id = o.order_id
                           and x.status = 'open')
             or exists (select from decisions t
                         where t.shop_id = o.shop_id and t.order_id = o.order_id
                           and t.actor <> 'backroom') as touched
        from decisions first
        join orders o on o.shop_id = first.shop_id and o.order_id = first.order_id
        left join decisions d on d.shop_id = o.shop_id and d.decision_id = o.decision_id
       where first.shop_id = ${shopId} and first.created_at >= ${since} and first.sequence = 1)
    select count(*)::int as decided,
           count(*) filter (where routed)::int as routed,
           count(*) filter (where routed and parcels = 1)::int as whole,
           count(*) filter (where routed and parcels > 1)::int as split,
           percentile_cont(0.5) within group (order by greatest(seconds, 0)) as "medianSeconds",
           round(avg(cost) filter (where routed), 4)::text as "costPerOrder",
           count(*) filter (where not touched)::int as untouched
      from decided`;
  if (!numbers) throw new Error("An aggregate without groups always gives one row.");
  return numbers;
}

async function countTasks(tx: Tx, { shopId }: ShopContext, since: Date): Promise<TaskNumbers> {
  const [numbers] = await tx.$queryRaw<TaskNumbers[]>`
    with rejected as (
      select distinct task_id from rejections where shop_id = ${shopId} and at >= ${since}),
    answered as (
      select task_id from pick_tasks where shop_id = ${shopId} and accepted_at >= ${since}
      union select task_id from rejected)
    select (select count(*) from answered)::int as "answeredTasks",
           (select count(*) from rejected)::int as "rejectedTasks"`;
  if (!numbers) throw new Error("A select of two counts always gives one row.");
  return numbers;
}
