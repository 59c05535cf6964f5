import { inShop } from "#app/db.server.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import type { Decision } from "#app/routing/plan.ts";
import { routeOrder } from "#app/routing/route-order.ts";
import type { Ruleset } from "#app/routing/ruleset.ts";
import type { Location, Network, Snapshot } from "#app/routing/snapshot.ts";
import type { ShopContext } from "#app/shop-context.ts";

/** Two stores in Colorado and a warehouse in Ohio; rates by distance, one service. */
export function smallNetwork(change: Partial<Ruleset> = {}): Network {
  return {
    currency: "USD",
    rates: [
      {
        service: "standard",
        zones: [
          { upToKm: 500, parcel: "5.00", perKg: "0.5000", transitDays: 2 },
          { upToKm: null, parcel: "9.00", perKg: "1.0000", transitDays: 4 },
        ],
      },
    ],
    splitPenalty: "2.00",
    locations: [
      place("1", "Denver", "store", 39.74, -104.99),
      place("2", "Boulder", "store", 40.01, -105.27),
      place("3", "Columbus DC", "warehouse", 39.96, -82.99),
    ],
    ruleset: {
      guardrails: [
        { id: "fragile", when: { itemTags: ["fragile"] }, onlyFrom: { types: ["warehouse"] } },
      ],
      lanes: [{ id: "everything", priorities: ["lowest_cost"] }],
      whenNothingFits: ["partial", "exception"],
      ...change,
    },
  };
}

function place(
  id: string,
  name: string,
  type: Location["type"],
  latitude: number,
  longitude: number,
): Location {
  return {
    ...{ id, name, type, latitude, longitude, countryCode: "US", provinceCode: null },
    ...{ postalCode: null, handlingPerParcel: "1.00", handlingPerUnit: "0.50" },
    ...{ processingDays: 0, rank: 1, groups: [], paused: false },
  };
}

/** Stock as [location id, SKU, available, safety stock]; lines as [SKU, units]. */
export interface SmallWorld {
  readonly stock: readonly (readonly [string, string, number, number?])[];
  readonly lines: readonly (readonly [string, number])[];
  readonly network?: Network;
  readonly order?: Partial<Snapshot["order"]>;
}

/** An order to Colorado Springs. SKUs that begin with "F" are fragile. */
export function smallSnapshot(orderId: string, world: SmallWorld): Snapshot {
  const skus = [...new Set([...world.lines, ...world.stock.map(([, sku]) => [sku] as const)])];
  const names = [...new Set(skus.map(([sku]) => sku))];
  return {
    now: "2026-11-21T15:00:00.000Z",
    network: world.network ?? smallNetwork(),
    items: names.map((sku) => ({
      ...{ sku, weightKg: 0.5, unitCost: "4.00" },
      tags: sku.startsWith("F") ? ["fragile"] : [],
    })),
    stock: world.stock.map(([locationId, sku, available, safetyStock = 0]) => ({
      ...{ locationId, sku, available, safetyStock, opportunityCost: "0.00" },
    })),
    unitsLeftToday: {},
    order: {
      ...{ id: orderId, placedAt: "2026-11-21T14:58:00.000Z", service: "standard" },
      ...{ deliveryMethod: "shipping", pickupLocationId: null, maxDeliveryDays: 3 },
      destination: {
        ...{ latitude: 38.83, longitude: -104.82, countryCode: "US", provinceCode: "CO" },
        postalCode: "80903",
      },
      ...{ tags: [], channel: "online_store", customerTags: [] },
      lines: world.lines.map(([sku, quantity], at) => ({
        ...{ id: `${orderId}-${at + 1}`, sku, quantity, unitPrice: "20.00" },
      })),
      ...world.order,
    },
  };
}

export interface DecidedOrder {
  readonly snapshot: Snapshot;
  readonly decision: Decision;
  readonly decisionId: string;
}

/** Stores the network's locations as the shop's. */
export async function storeLocations(shop: ShopContext, network = smallNetwork()): Promise<void> {
  const { shopId } = shop;
  await inShop(shop, (tx) =>
    tx.location.createMany({
      data: network.locations.map(({ id, name, type, latitude, longitude }) => ({
        ...{ shopId, locationId: id, name, type, latitude, longitude },
      })),
    }),
  );
}

/** Decides an order with the engine and stores it as the routing job would: placed, first decision. */
export async function storeDecidedOrder(
  shop: ShopContext,
  orderId: string,
  world: SmallWorld,
  change: Partial<Prisma.OrderUncheckedCreateInput> = {},
): Promise<DecidedOrder> {
  const snapshot = smallSnapshot(orderId, world);
  const decision = routeOrder(snapshot);
  const { shopId } = shop;
  const at = shop.clock.now();
  const decisionId = `d-${orderId}-1`;
  const { network, ...own } = snapshot;
  await inShop(shop, async (tx) => {
    const hash = JSON.stringify(network).length.toString();
    await tx.networkVersion.createMany({
      data: [{ shopId, hash, network: toJson(network), createdAt: at }],
      skipDuplicates: true,
    });
    await tx.decision.create({
      data: {
        ...{ shopId, decisionId, orderId, sequence: 1, createdAt: at, networkHash: hash },
        ...{ outcome: decision.outcome, lane: decision.lane, cost: decision.cost },
        ...{ deliveryDays: decision.deliveryDays, parcels: decision.parcels.length },
        ...{ snapshot: toJson(own), plan: toJson(decision), engineVersion: "test" },
        ...{ ruleVersion: 1, trigger: "order placed" },
      },
    });
    await tx.order.create({
      data: {
        ...{ shopId, orderId, name: `#${orderId}`, placedAt: at, status: "placed", decisionId },
        ...{ createdAt: new Date(at.getTime() - 4_000), city: "Colorado Springs" },
        ...{ provinceCode: "CO", countryCode: "US", maxDeliveryDays: 3 },
        ...change,
        lines: {
          create: snapshot.order.lines.map(({ id, sku, quantity, unitPrice }) => ({
            ...{ lineItemId: id, inventoryItemId: `i-${sku}`, sku, title: `Item ${sku}` },
            ...{ units: quantity, unitPrice },
          })),
        },
      },
    });
  });
  return { snapshot, decision, decisionId };
}

function toJson(value: object): Prisma.InputJsonObject {
  return value as Prisma.InputJsonObject;
}
