import type { Clock } from "#app/clock.ts";
import type { Tx } from "#app/db.server.ts";
import { inShop } from "#app/db.server.ts";
import { Prisma } from "#app/generated/prisma/client.ts";
import type { JobPayloads } from "#app/queue/jobs.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { systemContext } from "#app/shop-context.ts";
import { announceTrust } from "./announce-trust.server.ts";

/** Older tries say little about the shelves of today. */
const windowDays = 90;

/**
 * Job: counts what came of the last 90 days' picks and counts, per location and product group, and
 * tells people which locations drop out of the pool or come back by it. Running it again changes
 * nothing.
 */
export async function measureAccuracy(
  { shopId }: JobPayloads["measure-accuracy"],
  clock?: Clock,
): Promise<void> {
  const shop = systemContext(shopId, clock);
  await inShop(shop, async (tx) => {
    await storeTries(tx, shop);
    await announceTrust(tx, shop);
  });
}

/** A try counts from the moment the group was last counted anew at the location. */
async function storeTries(tx: Tx, { shopId, clock }: ShopContext): Promise<void> {
  const now = clock.now();
  const from = new Date(now.getTime() - windowDays * 86_400_000);
  await tx.$executeRaw`
    with tries as (${listTries(shopId, from)}
    ), told as (
      select tries.location_id, coalesce(item.group_id, '') group_id, sum(found)::int found,
        sum(missing)::int missing, sum(damaged)::int damaged, sum(good)::int good,
        sum(bad)::int bad
      from tries
      join items item on item.shop_id = ${shopId}
        and item.inventory_item_id = tries.inventory_item_id
      left join pool_accuracy known on known.shop_id = ${shopId}
        and known.location_id = tries.location_id
        and known.group_id = coalesce(item.group_id, '')
      where tries.at > coalesce(known.since_at, '-infinity')
      group by 1, 2
    ), silent as (
      update pool_accuracy known set found_units = 0, missing_units = 0, damaged_units = 0,
        right_counts = 0, wrong_counts = 0, measured_at = ${now}
      where known.shop_id = ${shopId} and not exists (select from told
        where told.location_id = known.location_id and told.group_id = known.group_id)
    )
    insert into pool_accuracy (shop_id, location_id, group_id, found_units, missing_units,
      damaged_units, right_counts, wrong_counts, measured_at)
    select ${shopId}, location_id, group_id, found, missing, damaged, good, bad, ${now} from told
    order by location_id, group_id
    on conflict (shop_id, location_id, group_id) do update set
      found_units = excluded.found_units, missing_units = excluded.missing_units,
      damaged_units = excluded.damaged_units, right_counts = excluded.right_counts,
      wrong_counts = excluded.wrong_counts, measured_at = excluded.measured_at`;
}

/**
 * Found: units of parcels that were packed. Missing and damaged: rejected units whose reason says so;
 * units a store merely could not pack in time say nothing of its stock. A counted shelf was right when
 * it held what Shopify said, or more.
 */
function listTries(shopId: string, from: Date): Prisma.Sql {
  return Prisma.sql`
    select task.location_id, line.inventory_item_id, coalesce(task.packed_at, task.ended_at) at,
      line.units found, 0 missing, 0 damaged, 0 good, 0 bad
    from pick_tasks task join pick_task_lines line using (shop_id, task_id)
    where shop_id = ${shopId} and task.status in ('packed', 'completed')
      and coalesce(task.packed_at, task.ended_at) > ${from}
    union all
    select gone.location_id, gone.inventory_item_id, gone.at, 0,
      case when reason.stock_effect in ('zero', 'minus_quantity') then gone.units else 0 end,
      case when reason.stock_effect = 'damaged' then gone.units else 0 end, 0, 0
    from rejections gone
    join rejection_reasons reason
      on reason.shop_id = gone.shop_id and reason.code = gone.reason_code
    where gone.shop_id = ${shopId} and gone.at > ${from} and reason.stock_effect <> 'none'
    union all
    select location_id, inventory_item_id, counted_at, 0, 0, 0,
      (counted >= seen_on_hand)::int, (counted < seen_on_hand)::int
    from stock_counts
    where shop_id = ${shopId} and status = 'done' and counted_at > ${from}`;
}
