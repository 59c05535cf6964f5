import { executeAdminGraphql, type AdminAccess } from "#sandbox/graphql/execute.ts";
import { createShop, type ShopOptions } from "#sandbox/shop/create-shop.ts";
import { onShopEvent, type ShopEvent } from "#sandbox/shop/events.ts";
import type { ShopState } from "#sandbox/shop/state.ts";

export const APP: AdminAccess = {
  scopes: [
    "read_orders",
    "write_orders",
    "write_order_edits",
    "read_merchant_managed_fulfillment_orders",
    "write_merchant_managed_fulfillment_orders",
    "read_assigned_fulfillment_orders",
    "write_assigned_fulfillment_orders",
    "read_inventory",
    "write_inventory",
    "read_locations",
    "read_products",
    "read_apps",
  ],
  apiVersion: "2026-10",
  appId: "60100000001",
  appTitle: "Backroom",
};

export const OTHER_APP: AdminAccess = { ...APP, appId: "60100000002", appTitle: "Other" };

/** A clock the test moves; it starts at a fixed instant. */
export function testClock() {
  let nowMs = Date.parse("2026-11-21T15:20:30Z");
  return {
    now: () => new Date(nowMs),
    advance: (seconds: number) => {
      nowMs += seconds * 1000;
    },
  };
}

/** A sample shop whose events are kept. */
export function testShop(options: Partial<ShopOptions> = {}) {
  const clock = testClock();
  const shop = createShop({
    domain: "test.myshopify.com",
    plan: "plus",
    clock: clock.now,
    ...options,
  });
  const events: ShopEvent[] = [];
  onShopEvent(shop, (event) => events.push(event));
  return { shop, clock, events };
}

export interface AdminBody {
  data?: Record<string, never> | null;
  errors?: {
    message: string;
    path?: (string | number)[];
    extensions?: Record<string, unknown>;
  }[];
  extensions?: {
    cost: {
      requestedQueryCost: number;
      actualQueryCost: number | null;
      throttleStatus: { maximumAvailable: number; currentlyAvailable: number; restoreRate: number };
    };
  };
}

/** Sends one request and gives the whole body. */
export async function send(
  shop: ShopState,
  query: string,
  variables: Record<string, unknown> = {},
  access: AdminAccess = APP,
): Promise<AdminBody> {
  const { body } = await executeAdminGraphql(shop, { query, variables }, access);
  return JSON.parse(JSON.stringify(body)) as AdminBody;
}

/** Sends one request that must have no top-level errors, and gives its root field. */
export async function ask<Root>(
  shop: ShopState,
  query: string,
  variables: Record<string, unknown> = {},
  access: AdminAccess = APP,
): Promise<Root> {
  const body = await send(shop, query, variables, access);
  if (body.errors !== undefined) throw new Error(JSON.stringify(body.errors));
  return Object.values(body.data ?? {})[0] as Root;
}

export function gid(kind: string, id: string): string {
  return `gid://shopify/${kind}/${id}`;
}

/** The first item, which the test knows to be there. */
export function only<Item>(items: Iterable<Item>): Item {
  const [first] = items;
  if (first === undefined) throw new Error("Expected an item");
  return first;
}

/** The id of the location with this name. */
export function locationNamed(shop: ShopState, name: string): string {
  return only([...shop.locations.values()].filter((location) => location.name === name)).id;
}

/** Available, committed and on-hand units of a SKU at a location. */
export function unitsAt(shop: ShopState, sku: string, locationId: string) {
  const itemId = shop.variantsBySku.get(sku)?.inventoryItemId ?? "";
  const units = shop.levels.get(itemId)?.get(locationId)?.units;
  return { available: units?.available ?? 0, committed: units?.committed ?? 0 };
}
