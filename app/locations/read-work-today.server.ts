import type { Tx } from "#app/db.server.ts";
import { Prisma } from "#app/generated/prisma/client.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { startOfDay } from "./local-clock.ts";

/** Work a location was given since its own midnight, for one order. */
export interface WorkToday {
  readonly locationId: string;
  readonly orderId: string;
  readonly parcels: number;
  readonly units: number;
  /** Somebody has it in hand, or it is done: a new decision leaves it there. */
  readonly isStarted: boolean;
}

interface Clocked {
  readonly locationId: string;
  readonly timeZone: string;
}

/**
 * What each of the locations was given since its own midnight and still has to do or has done, per
 * order. Nothing is counted up or down as things happen, so nothing can be counted twice: a parcel
 * with a pick task is worth the units left in that task, or nothing once the task was rejected,
 * recalled or has expired; a parcel without one is worth what the decision in force gives it, unless
 * the order was cancelled or waits.
 */
export async function readWorkToday(
  tx: Tx,
  shop: ShopContext,
  locations: readonly Clocked[],
): Promise<readonly WorkToday[]> {
  if (locations.length === 0) return [];
  const now = shop.clock.now();
  const midnights = new Map(
    [...new Set(locations.map((place) => place.timeZone))].map((zone) => [
      zone,
      startOfDay(now, zone).toISO()!,
    ]),
  );
  const places = locations.map(({ locationId, timeZone }) => ({
    locationId,
    since: midnights.get(timeZone)!,
  }));
  return tx.$queryRaw<WorkToday[]>(Prisma.sql`
    ${selectToday(shop.shopId, JSON.stringify(places))}
    ${workInTasks}
    union all
    ${workWithoutTask(shop.shopId)}`);
}

/** Places with their midnights, the decisions made since, and those decisions' pick tasks. */
function selectToday(shopId: string, places: string): Prisma.Sql {
  return Prisma.sql`
    with place as (
      select * from jsonb_to_recordset(${places}::jsonb)
        as place("locationId" text, since timestamptz)
    ),
    today as (
      select decision_id, order_id, created_at, superseded_at, plan from decisions
      where shop_id = ${shopId} and created_at >= (select min(since) from place)
    ),
    tasks as (
      select task.decision_id, task.order_id, task.location_id, task.status, task.units
      from pick_tasks task
      where task.shop_id = ${shopId}
        and task.decision_id in (select decision_id from today)
    )`;
}

const workInTasks = Prisma.sql`
    select place."locationId", tasks.order_id as "orderId", count(*)::int as parcels,
      sum(tasks.units)::int as units, tasks.status <> 'offered' as "isStarted"
    from tasks
    join today on today.decision_id = tasks.decision_id
    join place on place."locationId" = tasks.location_id and today.created_at >= place.since
    where tasks.status in ('offered', 'accepted', 'packed', 'completed')
    group by 1, 2, 5`;

function workWithoutTask(shopId: string): Prisma.Sql {
  return Prisma.sql`
    select place."locationId", today.order_id, count(distinct today.decision_id)::int,
      sum((line ->> 'quantity')::int)::int, false
    from today
    join orders on orders.shop_id = ${shopId} and orders.order_id = today.order_id
      and orders.status not in ('cancelled', 'held', 'waiting')
    cross join lateral jsonb_array_elements(today.plan -> 'parcels') parcel
    cross join lateral jsonb_array_elements(parcel -> 'lines') line
    join place on place."locationId" = parcel ->> 'locationId' and today.created_at >= place.since
    where today.superseded_at is null and not exists (
      select from tasks where tasks.decision_id = today.decision_id
        and tasks.location_id = place."locationId")
    group by 1, 2`;
}
