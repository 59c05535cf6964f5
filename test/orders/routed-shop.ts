import { wakeExceptions } from "#app/exceptions/wake-exceptions.server.ts";
import { applyLevelUpdates } from "#app/inventory/apply-level-updates.server.ts";
import { importCatalog } from "#app/inventory/import-catalog.server.ts";
import { syncCatalog } from "#app/inventory/sync-catalog.server.ts";
import { inShop } from "#app/db.server.ts";
import { noteOrdersChanged } from "#app/orders/note-orders-changed.server.ts";
import { placeOrder } from "#app/orders/place-order.server.ts";
import { routeDirtyOrders } from "#app/orders/route-dirty-orders.server.ts";
import { settleIntent } from "#app/picking/settle-intent.server.ts";
import { systemClock } from "#app/clock.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { backroom } from "#app/shop-context.ts";
import type { FulfillmentOrder } from "#sandbox/fulfillment-orders/fulfillment-order.ts";
import { isActive } from "#sandbox/fulfillment-orders/status.ts";
import type { NewOrder } from "#sandbox/orders/place-order.ts";
import { placeOrder as buyInSandbox } from "#sandbox/orders/place-order.ts";
import { setStock } from "#sandbox/inventory/set-stock.ts";
import type { Faults } from "#sandbox/server/faults/create-faults.ts";
import type { ShopState } from "#sandbox/shop/state.ts";
import { drainJobs } from "#test/builders/job-queue.ts";
import { openSandboxedShop } from "#test/shopify/open-sandboxed-shop.ts";

/** A sandboxed shop whose catalogue is imported and whose orders route on request. */
export interface RoutedShop {
  readonly state: ShopState;
  readonly faults: Faults;
  readonly shop: ShopContext;
  readonly locations: Readonly<Record<string, string>>;
  /** A customer buys. */
  buy(order: NewOrder): string;
  /** Sets Shopify's stock and the mirror alike: sku -> location name -> units, none elsewhere. */
  stock(units: Readonly<Record<string, Readonly<Record<string, number>>>>): Promise<void>;
  /** Copies Shopify's quantities into the mirror, as webhooks would. */
  mirror(): Promise<void>;
  /** Hints at an order as a webhook would, and runs every job that follows. */
  hear(orderId: string, reason?: string): Promise<void>;
  /** Runs every waiting job. */
  settle(): Promise<void>;
  /** The order's active fulfillment orders in Shopify. */
  openOnes(orderId: string): FulfillmentOrder[];
  /** Where Shopify has an order's open units: "Denver Store x2", sorted. */
  whereIs(orderId: string): string[];
  /** Stock vanishes in Shopify and no webhook tells. */
  emptyInShopifyOnly(sku: string, location: string): void;
  /** Units available in Shopify. */
  available(sku: string, location: string): number;
}

export async function openRoutedShop(): Promise<RoutedShop> {
  const { state, sandbox, shop: installed } = await openSandboxedShop();
  const shop = { ...installed, actor: backroom, clock: systemClock };
  const { shopId } = shop;
  await syncCatalog({ shopId });
  // These worlds count single units: their stores give up the last one on the shelf.
  await inShop(shop, (tx) => tx.location.updateMany({ data: { safetyStock: null } }));
  await settle();
  const locations = Object.fromEntries([...state.locations.values()].map((l) => [l.name, l.id]));
  const mirror = () => mirrorStock(shop, state);
  return {
    state,
    faults: sandbox.faults,
    shop,
    locations,
    settle,
    mirror,
    buy: (order) => buyInSandbox(state, order).id,
    stock: async (units) => {
      for (const [sku, byName] of Object.entries(units)) {
        for (const [name, locationId] of Object.entries(locations)) {
          setStock(state, { sku, locationId, available: byName[name] ?? 0 });
        }
      }
      await mirror();
    },
    hear: async (orderId, reason = "order placed") => {
      await inShop(shop, (tx) => noteOrdersChanged(tx, shop, [{ orderId, reason }]));
      await settle();
    },
    openOnes: (orderId) =>
      [...state.fulfillmentOrders.values()].filter(
        (one) => one.orderId === orderId && isActive(one),
      ),
    whereIs: (orderId) => listPlaces(state, orderId),
    emptyInShopifyOnly: (sku, location) => {
      setStock(state, { sku, locationId: locations[location]!, available: 0 });
    },
    available: (sku, location) => {
      const item = state.variantsBySku.get(sku)!.inventoryItemId;
      return state.levels.get(item)?.get(locations[location]!)?.units.available ?? 0;
    },
  };
}

async function settle(): Promise<void> {
  await drainJobs({
    "import-catalog": async ([job]) => importCatalog(job!),
    "route-orders": async ([job]) => routeDirtyOrders(job!),
    "place-order": async ([job]) => placeOrder(job!),
    "settle-intent": async ([job]) => settleIntent(job!),
    "wake-exceptions": async ([job]) => wakeExceptions(job!),
  });
}

async function mirrorStock(shop: ShopContext, state: ShopState): Promise<void> {
  const updates = [...state.levels.values()].flatMap((byLocation) =>
    [...byLocation.values()].map((level) => ({
      inventoryItemId: level.inventoryItemId,
      locationId: level.locationId,
      available: level.units.available,
      updatedAt: level.updatedAt,
    })),
  );
  await inShop(shop, (tx) => applyLevelUpdates(tx, shop, updates));
}

function listPlaces(state: ShopState, orderId: string): string[] {
  const units = new Map<string, number>();
  for (const one of state.fulfillmentOrders.values()) {
    if (one.orderId !== orderId || !isActive(one)) continue;
    const { name } = state.locations.get(one.locationId)!;
    for (const line of one.lines) units.set(name, (units.get(name) ?? 0) + line.remainingQuantity);
  }
  return [...units]
    .filter(([, count]) => count > 0)
    .map(([name, n]) => `${name} x${n}`)
    .sort();
}
