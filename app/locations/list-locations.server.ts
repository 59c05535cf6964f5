import type { Tx } from "../db.server.ts";
import { inShop } from "../db.server.ts";
import type { Location } from "../generated/prisma/client.ts";
import type { ShopContext } from "../shop-context.ts";
import { isPausedAt } from "./is-paused-at.ts";
import { unitsLeftToday } from "./units-left-today.server.ts";

export interface LocationRow {
  readonly locationId: string;
  readonly name: string;
  readonly type: string;
  readonly address: string;
  readonly state: LocationState;
  readonly pausedUntil: string | null;
  readonly pausedReason: string;
  /** Units a day; null: no limit. */
  readonly unitsPerDay: number | null;
  /** Units given to it today by decisions that still stand; null without a limit. */
  readonly unitsUsedToday: number | null;
  readonly openTasks: number;
  readonly openUnits: number;
  readonly handlingPerParcel: string;
  readonly handlingPerUnit: string;
}

/** `outside`: inactive in Shopify or not fulfilling online orders, so never in the pool. */
export type LocationState = "in_pool" | "paused" | "outside";

export interface LocationList {
  readonly rows: readonly LocationRow[];
  readonly total: number;
  readonly currency: string;
  readonly timeZone: string;
}

export const locationsPerPage = 50;

/** One page of the shop's locations by name: what each may do, does today and costs. */
export async function listLocations(shop: ShopContext, page: number): Promise<LocationList> {
  return inShop(shop, async (tx) => {
    const { currency, timeZone } = await tx.shop.findUniqueOrThrow({
      where: { shopId: shop.shopId },
    });
    const locations = await tx.location.findMany({
      orderBy: [{ name: "asc" }, { locationId: "asc" }],
      skip: (page - 1) * locationsPerPage,
      take: locationsPerPage,
    });
    const left = await unitsLeftToday(tx, shop, locations);
    const backlog = await countBacklog(tx);
    const rows = locations.map((location) => ({
      ...describeLocation(location, left[location.locationId], shop.clock.now()),
      openTasks: backlog.get(location.locationId)?.tasks ?? 0,
      openUnits: backlog.get(location.locationId)?.units ?? 0,
    }));
    return { rows, total: await tx.location.count(), currency, timeZone };
  });
}

/** Whether the location takes part in routing now. */
export function locationState(
  location: Pick<Location, "active" | "fulfillsOnlineOrders" | "paused" | "pausedUntil">,
  now: Date,
): LocationState {
  if (!location.active || !location.fulfillsOnlineOrders) return "outside";
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

function describeLocation(location: Location, unitsLeft: number | undefined, now: Date) {
  const { locationId, name, type, unitsPerDay } = location;
  const limited = unitsPerDay !== null && unitsLeft !== undefined;
  return {
    locationId,
    name,
    type,
    address: location.address,
    state: locationState(location, now),
    pausedUntil: location.pausedUntil?.toISOString() ?? null,
    pausedReason: location.pausedReason,
    unitsPerDay,
    unitsUsedToday: limited ? Math.max(0, unitsPerDay - unitsLeft) : null,
    handlingPerParcel: location.handlingPerParcel.toFixed(2),
    handlingPerUnit: location.handlingPerUnit.toFixed(2),
  };
}
