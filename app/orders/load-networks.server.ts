import type { Tx } from "#app/db.server.ts";
import type { Location as LocationRow } from "#app/generated/prisma/client.ts";
import { readRateCard } from "#app/rates/read-rate-card.server.ts";
import { readLiveRules } from "#app/rules/read-live-rules.server.ts";
import { readRunningPilot } from "#app/rules/pilot/read-running-pilot.server.ts";
import { rulesInForce } from "#app/rules/rules-in-force.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { RoutingNetworks } from "./internal/routing-networks.ts";
import { makeRoutingNetworks } from "./internal/routing-networks.ts";
import { toEngineLocation } from "./to-engine-location.ts";

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
  const card = await readRateCard(tx, shop);
  const { currency, timeZone } = await tx.shop.findUniqueOrThrow({ where: { shopId } });
  if (!rules || !card) return null;
  const locations = await tx.location.findMany({
    where: { shopId, active: true, fulfillsOnlineOrders: true },
    orderBy: { locationId: "asc" },
  });
  const now = shop.clock.now();
  const networks = makeRoutingNetworks({
    currency,
    timeZone,
    rates: card.rates,
    splitPenalty: card.splitPenalty,
    locations: locations.map((row) => toEngineLocation(row, now)),
    rules: rulesInForce(rules),
    ruleVersion: rules.version,
    pilot: await readRunningPilot(tx, shop),
  });
  return { networks: remember(shopId, networks), locations };
}

function remember(shopId: string, networks: RoutingNetworks): RoutingNetworks {
  const known = latest.get(shopId);
  if (known && nameOf(known) === nameOf(networks)) return known;
  latest.set(shopId, networks);
  return networks;
}

function nameOf({ ruleVersion, live, pilot }: RoutingNetworks): string {
  const { pilotId, scope, storeIds, sharePercent } = pilot?.pilot ?? {};
  return JSON.stringify([
    ruleVersion,
    live.hash,
    pilot?.live.hash,
    pilotId,
    scope,
    storeIds,
    sharePercent,
  ]);
}
