import type { Tx } from "#app/db.server.ts";
import type { Location as LocationRow } from "#app/generated/prisma/client.ts";
import { isPausedAt } from "#app/locations/is-paused-at.ts";
import { readOpeningHours } from "#app/locations/opening-hours.ts";
import { processingDays } from "#app/locations/processing-days.ts";
import type { Location, ServiceRates } from "#app/routing/snapshot.ts";
import { readLiveRules } from "#app/rules/read-live-rules.server.ts";
import { rulesInForce } from "#app/rules/rules-in-force.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { RoutingNetworks } from "./internal/routing-networks.ts";
import { makeRoutingNetworks, readLocationType } from "./internal/routing-networks.ts";

export interface Pool {
  readonly networks: RoutingNetworks;
  /** Locations that may ship, paused ones included. */
  readonly locations: readonly LocationRow[];
}

/** The latest of each shop, by hash: the engine compiles a network once per object. */
const latest = new Map<string, RoutingNetworks>();

/** What orders of the shop share; null until the first sync has brought rates, rules and places. */
export async function loadPool(tx: Tx, shop: ShopContext): Promise<Pool | null> {
  const { shopId } = shop;
  const rules = await readLiveRules(tx, shop);
  const card = await tx.rateCard.findFirst({ where: { shopId }, orderBy: { version: "desc" } });
  const { currency } = await tx.shop.findUniqueOrThrow({ where: { shopId } });
  if (!rules || !card) return null;
  const locations = await tx.location.findMany({
    where: { shopId, active: true, fulfillsOnlineOrders: true },
    orderBy: { locationId: "asc" },
  });
  const now = shop.clock.now();
  const networks = makeRoutingNetworks({
    currency,
    rates: card.rates as unknown as ServiceRates[],
    splitPenalty: card.splitPenalty.toFixed(4),
    locations: locations.map((row) => toEngineLocation(row, now)),
    rules: rulesInForce(rules),
    ruleVersion: rules.version,
  });
  return { networks: remember(shopId, networks), locations };
}

function remember(shopId: string, networks: RoutingNetworks): RoutingNetworks {
  const known = latest.get(shopId);
  if (known?.live.hash === networks.live.hash && known.ruleVersion === networks.ruleVersion) {
    return known;
  }
  latest.set(shopId, networks);
  return networks;
}

function toEngineLocation(row: LocationRow, now: Date): Location {
  const { timeZone, cutoff } = row;
  const openingHours = readOpeningHours(row.openingHours);
  return {
    id: row.locationId,
    name: row.name,
    type: readLocationType(row.type),
    latitude: row.latitude,
    longitude: row.longitude,
    countryCode: row.countryCode,
    provinceCode: row.provinceCode,
    postalCode: row.postalCode,
    handlingPerParcel: row.handlingPerParcel.toFixed(4),
    handlingPerUnit: row.handlingPerUnit.toFixed(4),
    processingDays: processingDays(now, { timeZone, openingHours, cutoff }),
    rank: row.rank,
    groups: row.groups,
    paused: isPausedAt(row, now),
  };
}
