import { DateTime } from "luxon";
import type { Tx } from "#app/db.server.ts";
import { Prisma } from "#app/generated/prisma/client.ts";
import type { OrderSort, OrderStatus, OrderTab } from "./order-tabs.ts";
import { orderTabs } from "./order-tabs.ts";

export const ordersPerPage = 50;

/** Empty strings mean "any". Days are YYYY-MM-DD on the shop's calendar, both ends included. */
export interface OrderFilter {
  readonly tab: OrderTab;
  /** Part of the order's name, with or without "#". */
  readonly search: string;
  /** A location the current plan ships from. */
  readonly locationId: string;
  readonly fromOn: string;
  readonly toOn: string;
  readonly sort: OrderSort;
  /** From 1. */
  readonly page: number;
}

export interface FoundOrder {
  readonly orderId: string;
  readonly name: string;
  readonly placedAt: Date;
  readonly status: OrderStatus;
  readonly cost: string | null;
  readonly deliveryDays: number | null;
  readonly promisedDays: number | null;
  readonly deliveryMethod: string;
  readonly locationIds: readonly string[];
}

/** The page's orders and how many fit the filter. Raw SQL: the plan's parcels are inside a JSON. */
export async function findOrders(
  tx: Tx,
  shopId: string,
  filter: OrderFilter,
  timeZone: string,
): Promise<{ rows: FoundOrder[]; total: number }> {
  const from = Prisma.sql`
    from orders o
    left join decisions d on d.shop_id = o.shop_id and d.decision_id = o.decision_id
    where ${Prisma.join(conditionsOf(shopId, filter, timeZone), " and ")}`;
  const rows = await tx.$queryRaw<FoundOrder[]>`
    select o.order_id as "orderId", o.name, o.placed_at as "placedAt", o.status,
           d.cost::text as cost, d.delivery_days as "deliveryDays",
           o.max_delivery_days as "promisedDays", o.delivery_method as "deliveryMethod",
           array(select p ->> 'locationId' from jsonb_array_elements(d.plan -> 'parcels') p)
             as "locationIds"
    ${from} order by ${sortings[filter.sort]}
    limit ${ordersPerPage} offset ${(filter.page - 1) * ordersPerPage}`;
  const [count] = await tx.$queryRaw<{ total: number }[]>`select count(*)::int as total ${from}`;
  return { rows, total: count?.total ?? 0 };
}

const sortings: Readonly<Record<OrderSort, Prisma.Sql>> = {
  "placed desc": Prisma.sql`o.placed_at desc, o.order_id desc`,
  "placed asc": Prisma.sql`o.placed_at, o.order_id`,
  "cost desc": Prisma.sql`d.cost desc nulls last, o.order_id desc`,
  "cost asc": Prisma.sql`d.cost nulls last, o.order_id`,
};

function conditionsOf(shopId: string, filter: OrderFilter, timeZone: string): Prisma.Sql[] {
  const { tab, search, locationId, fromOn, toOn } = filter;
  const statuses = orderTabs[tab];
  const conditions = [Prisma.sql`o.shop_id = ${shopId}`, Prisma.sql`o.placed_at is not null`];
  if (statuses) conditions.push(Prisma.sql`o.status in (${Prisma.join([...statuses])})`);
  if (search) conditions.push(Prisma.sql`o.name ilike ${`%${escapeLike(search)}%`}`);
  if (locationId) {
    const parcel = JSON.stringify([{ locationId }]);
    conditions.push(Prisma.sql`d.plan -> 'parcels' @> ${parcel}::jsonb`);
  }
  if (fromOn) conditions.push(Prisma.sql`o.placed_at >= ${startOfDay(fromOn, timeZone)}`);
  if (toOn) conditions.push(Prisma.sql`o.placed_at < ${startOfDay(toOn, timeZone, 1)}`);
  return conditions;
}

function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, (special) => `\\${special}`);
}

/** Midnight on the shop's calendar, `daysLater`; a day is not always 24 hours. */
function startOfDay(day: string, timeZone: string, daysLater = 0): Date {
  return DateTime.fromISO(day, { zone: timeZone }).plus({ days: daysLater }).toJSDate();
}
