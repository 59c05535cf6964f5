import type { Tx } from "../db.server.ts";
import { inShop } from "../db.server.ts";
import type { Location, StoreDevice } from "../generated/prisma/client.ts";
import type { ShopContext } from "../shop-context.ts";
import type { LocationState } from "./list-locations.server.ts";
import { locationState } from "./list-locations.server.ts";
import type { LocationSettings } from "./location-settings.ts";
import { readOpeningHours } from "./opening-hours.ts";

export interface LocationDetails {
  readonly locationId: string;
  readonly name: string;
  readonly address: string;
  readonly state: LocationState;
  readonly pausedUntil: string | null;
  readonly pausedReason: string;
  readonly settings: LocationSettings;
  readonly devices: readonly DeviceRow[];
  readonly currency: string;
  /** The location's own clock: its opening hours and cutoff are told in it. */
  readonly timeZone: string;
  readonly now: string;
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
    return {
      locationId,
      name: location.name,
      address: location.address,
      state: locationState(location, shop.clock.now()),
      pausedUntil: location.pausedUntil?.toISOString() ?? null,
      pausedReason: location.pausedReason,
      settings: describeSettings(location),
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
    openingHours: [...readOpeningHours(location.openingHours)],
    cutoff: location.cutoff,
    handlingPerParcel: location.handlingPerParcel.toString(),
    handlingPerUnit: location.handlingPerUnit.toString(),
    unitsPerDay: location.unitsPerDay,
    safetyStock: location.safetyStock,
    rank: location.rank,
    groups: location.groups,
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
