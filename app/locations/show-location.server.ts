import type { Tx } from "../db.server.ts";
import { inShop } from "../db.server.ts";
import type { Location, StoreDevice } from "../generated/prisma/client.ts";
import { readRateCard } from "../rates/read-rate-card.server.ts";
import type { ShopContext } from "../shop-context.ts";
import type { LocationState } from "./list-locations.server.ts";
import type { CapacityUse } from "./describe-capacity.ts";
import { describeCapacity } from "./describe-capacity.ts";
import type { HolidayChoices } from "./list-holiday-choices.server.ts";
import { listHolidayChoices } from "./list-holiday-choices.server.ts";
import { locationState } from "./list-locations.server.ts";
import type { LocationSettings } from "./location-settings.ts";
import { nextDispatch } from "./next-dispatch.ts";
import { readOpeningHours } from "./opening-hours.ts";
import { dailyCapacity, sumWork } from "./read-capacity.server.ts";
import { readWorkToday } from "./read-work-today.server.ts";
import { readWorkingTimes } from "./read-working-times.server.ts";
import { readSpecialDays } from "./special-day.ts";

export interface LocationDetails {
  readonly locationId: string;
  readonly name: string;
  readonly address: string;
  readonly state: LocationState;
  readonly pausedUntil: string | null;
  readonly pausedReason: string;
  readonly settings: LocationSettings;
  /** What it was given today, of what it can take a day. */
  readonly today: CapacityUse;
  readonly openTasks: number;
  readonly openUnits: number;
  /** When a parcel decided now leaves, by service of the rate card. */
  readonly dispatches: readonly ServiceDispatch[];
  /** Names of the rate card's services: each may have a cutoff of its own. */
  readonly services: readonly string[];
  readonly calendar: HolidayChoices;
  readonly devices: readonly DeviceRow[];
  readonly currency: string;
  /** The location's own clock: its opening hours and cutoff are told in it. */
  readonly timeZone: string;
  readonly now: string;
}

export interface ServiceDispatch {
  readonly service: string;
  /** Null: it is closed for as long as its calendar is known. */
  readonly decideBy: string | null;
  readonly leavesAt: string | null;
}

export interface DeviceRow {
  readonly deviceId: string;
  readonly name: string;
  readonly state: "waiting" | "code_expired" | "enrolled" | "revoked";
  readonly createdBy: string;
  readonly createdAt: string;
  readonly lastSeenAt: string | null;
}

/** One location with its settings and enrolled devices; null when the shop has no such location. */
export async function showLocation(
  shop: ShopContext,
  locationId: string,
): Promise<LocationDetails | null> {
  return inShop(shop, async (tx) => {
    const location = await tx.location.findFirst({ where: { locationId } });
    if (!location) return null;
    const { currency } = await tx.shop.findUniqueOrThrow({ where: { shopId: shop.shopId } });
    const card = await readRateCard(tx, shop);
    const services = card?.rates.map(({ service }) => service) ?? [];
    return {
      locationId,
      name: location.name,
      address: location.address,
      state: locationState(location, shop.clock.now()),
      pausedUntil: location.pausedUntil?.toISOString() ?? null,
      pausedReason: location.pausedReason,
      settings: describeSettings(location),
      ...(await readLoad(tx, shop, location)),
      dispatches: services.map((service) => describeDispatch(location, service, shop.clock.now())),
      services,
      calendar: listHolidayChoices(location, shop.clock.now()),
      devices: await listDevices(tx, locationId, shop.clock.now()),
      currency,
      timeZone: location.timeZone,
      now: shop.clock.now().toISOString(),
    };
  });
}

function describeSettings(location: Location): LocationSettings {
  return {
    type: location.type as LocationSettings["type"],
    ...describeCalendar(location),
    inPool: location.inPool,
    handlingPerParcel: location.handlingPerParcel.toString(),
    handlingPerUnit: location.handlingPerUnit.toString(),
    ordersPerDay: location.ordersPerDay,
    unitsPerDay: location.unitsPerDay,
    minutesPerDay: location.minutesPerDay,
    minutesPerOrder: location.minutesPerOrder.toString(),
    minutesPerUnit: location.minutesPerUnit.toString(),
    safetyStock: location.safetyStock,
    rank: location.rank,
    groups: location.groups,
    tags: location.tags,
  };
}

function describeCalendar(location: Location) {
  return {
    timeZone: location.timeZone,
    openingHours: [...readOpeningHours(location.openingHours)],
    cutoff: location.cutoff,
    cutoffs: location.cutoffs as Record<string, string>,
    packingRounds: location.packingRounds as unknown as LocationSettings["packingRounds"],
    specialDays: readSpecialDays(location.specialDays) as LocationSettings["specialDays"],
    holidayCountry: location.holidayCountry,
    holidayRegion: location.holidayRegion,
    holidaysOpen: location.holidaysOpen,
  };
}

async function readLoad(tx: Tx, shop: ShopContext, location: Location) {
  const { locationId } = location;
  const work = sumWork(await readWorkToday(tx, shop, [location])).get(locationId);
  const open = await tx.pickTask.aggregate({
    where: { shopId: shop.shopId, locationId, status: { in: ["offered", "accepted", "packed"] } },
    _count: true,
    _sum: { units: true },
  });
  return {
    today: describeCapacity(dailyCapacity(location), work ?? { parcels: 0, units: 0 }),
    openTasks: open._count,
    openUnits: open._sum.units ?? 0,
  };
}

function describeDispatch(location: Location, service: string, now: Date): ServiceDispatch {
  const dispatch = nextDispatch(now, readWorkingTimes(location, now), service);
  return {
    service,
    decideBy: dispatch?.decideBy.toISOString() ?? null,
    leavesAt: dispatch?.leavesAt.toISOString() ?? null,
  };
}

async function listDevices(tx: Tx, locationId: string, now: Date): Promise<DeviceRow[]> {
  const devices = await tx.storeDevice.findMany({
    where: { locationId },
    orderBy: { createdAt: "desc" },
    take: 50,
  });
  return devices.map((device) => ({
    deviceId: device.deviceId,
    name: device.name,
    state: deviceState(device, now),
    createdBy: device.createdBy,
    createdAt: device.createdAt.toISOString(),
    lastSeenAt: device.lastSeenAt?.toISOString() ?? null,
  }));
}

function deviceState(device: StoreDevice, now: Date): DeviceRow["state"] {
  if (device.revokedAt) return "revoked";
  if (device.secretHash) return "enrolled";
  return device.enrolUntilAt && device.enrolUntilAt > now ? "waiting" : "code_expired";
}
