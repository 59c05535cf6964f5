import type { Tx } from "../db.server.ts";
import { inShop } from "../db.server.ts";
import type { Location } from "../generated/prisma/client.ts";
import type { ShopContext } from "../shop-context.ts";
import type { CapacityUse } from "./describe-capacity.ts";
import { describeCapacity } from "./describe-capacity.ts";
import { isPausedAt } from "./is-paused-at.ts";
import { nextDispatch } from "./next-dispatch.ts";
import type { Work } from "./capacity.ts";
import { dailyCapacity, sumWork } from "./read-capacity.server.ts";
import { readWorkToday } from "./read-work-today.server.ts";
import { readWorkingTimes } from "./read-working-times.server.ts";

export interface LocationRow {
  readonly locationId: string;
  readonly name: string;
  readonly type: string;
  readonly address: string;
  readonly tags: readonly string[];
  /** Its own clock. */
  readonly timeZone: string;
  readonly state: LocationState;
  readonly pausedUntil: string | null;
  readonly pausedReason: string;
  /** What it was given today by decisions that still stand, of what it can take a day. */
  readonly today: CapacityUse;
  /** Until when an order still leaves with the day's work under way, or with the next one's. */
  readonly nextCutoff: string | null;
  readonly openTasks: number;
  readonly openUnits: number;
  readonly handlingPerParcel: string;
  readonly handlingPerUnit: string;
}

/**
 * `outside`: inactive in Shopify or not fulfilling online orders, so never in the pool; `left_out`:
 * the merchant took it out of the pool here.
 */
export type LocationState = "in_pool" | "paused" | "left_out" | "outside";

export interface LocationList {
  readonly rows: readonly LocationRow[];
  readonly total: number;
  /** Every tag in use, for the filter. */
  readonly tags: readonly string[];
  readonly currency: string;
  readonly timeZone: string;
}

export interface LocationFilters {
  readonly page: number;
  /** Part of a name or address. */
  readonly search: string;
  readonly tag: string;
}

export const locationsPerPage = 50;

/** One page of the shop's locations by name: what each may do, does today and costs. */
export async function listLocations(
  shop: ShopContext,
  { page, search, tag }: LocationFilters,
): Promise<LocationList> {
  const contains = { contains: search, mode: "insensitive" } as const;
  const where = {
    shopId: shop.shopId,
    ...(search ? { OR: [{ name: contains }, { address: contains }] } : {}),
    ...(tag ? { tags: { has: tag } } : {}),
  };
  return inShop(shop, async (tx) => {
    const { currency, timeZone } = await tx.shop.findUniqueOrThrow({
      where: { shopId: shop.shopId },
    });
    const locations = await tx.location.findMany({
      where,
      orderBy: [{ name: "asc" }, { locationId: "asc" }],
      skip: (page - 1) * locationsPerPage,
      take: locationsPerPage,
    });
    const work = sumWork(await readWorkToday(tx, shop, locations));
    const backlog = await countBacklog(tx);
    const rows = locations.map((location) => ({
      ...describeLocation(location, work.get(location.locationId), shop.clock.now()),
      openTasks: backlog.get(location.locationId)?.tasks ?? 0,
      openUnits: backlog.get(location.locationId)?.units ?? 0,
    }));
    const tags = await listTags(tx, shop.shopId);
    return { rows, total: await tx.location.count({ where }), tags, currency, timeZone };
  });
}

/** Whether the location takes part in routing now. */
export function locationState(
  location: Pick<Location, "active" | "fulfillsOnlineOrders" | "inPool" | "paused" | "pausedUntil">,
  now: Date,
): LocationState {
  if (!location.active || !location.fulfillsOnlineOrders) return "outside";
  if (!location.inPool) return "left_out";
  return isPausedAt(location, now) ? "paused" : "in_pool";
}

async function countBacklog(tx: Tx) {
  const groups = await tx.pickTask.groupBy({
    by: ["locationId"],
    where: { status: { in: ["offered", "accepted", "packed"] } },
    _count: true,
    _sum: { units: true },
  });
  return new Map(
    groups.map((row) => [row.locationId, { tasks: row._count, units: row._sum.units ?? 0 }]),
  );
}

async function listTags(tx: Tx, shopId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ tag: string }[]>`
    select distinct unnest(tags) as tag from locations where shop_id = ${shopId} order by 1`;
  return rows.map(({ tag }) => tag);
}

function describeLocation(location: Location, work: Work | undefined, now: Date) {
  const { locationId, name, type, address, tags, timeZone } = location;
  const dispatch = nextDispatch(now, readWorkingTimes(location, now), "");
  return {
    locationId,
    name,
    type,
    address,
    tags,
    timeZone,
    state: locationState(location, now),
    pausedUntil: location.pausedUntil?.toISOString() ?? null,
    pausedReason: location.pausedReason,
    today: describeCapacity(dailyCapacity(location), work ?? { parcels: 0, units: 0 }),
    nextCutoff: dispatch?.decideBy.toISOString() ?? null,
    handlingPerParcel: location.handlingPerParcel.toFixed(2),
    handlingPerUnit: location.handlingPerUnit.toFixed(2),
  };
}
