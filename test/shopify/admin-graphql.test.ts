import "#test/setup/database.ts";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { adminGraphql } from "#app/shopify/admin-graphql.server.ts";
import { readShop as shopDocument } from "#app/shopify/documents/shop.ts";
import { moveFulfillmentOrder } from "#app/shopify/move-fulfillment-order.server.ts";
import { readShop } from "#app/shopify/read-shop.server.ts";
import { refreshToken as refreshOfflineToken } from "#app/shopify/refresh-token.server.ts";
import { sessionStorage } from "#app/shopify/session-storage.server.ts";
import { setStock } from "#sandbox/inventory/set-stock.ts";
import { placeOrder } from "#sandbox/orders/place-order.ts";
import type { SandboxedShop } from "./open-sandboxed-shop.ts";
import { openSandboxedShop, storeToken } from "./open-sandboxed-shop.ts";

let world: SandboxedShop;
beforeAll(async () => {
  world = await openSandboxedShop();
});
afterEach(() => world.sandbox.faults.clear());

const sku = "SCK-M";

/** A fulfillment order, and a location it does not lie at but that stocks its item. */
function movable() {
  const { state } = world;
  const order = placeOrder(state, { lines: [{ sku, quantity: 1 }] });
  const fulfillmentOrder = state.fulfillmentOrders.get(order.fulfillmentOrderIds[0] ?? "");
  if (!fulfillmentOrder) throw new Error("The order has no fulfillment order.");
  const others = [...state.locations.keys()].filter((id) => id !== fulfillmentOrder.locationId);
  const elsewhere = others[0] ?? "";
  setStock(state, { sku, locationId: elsewhere, available: 10 });
  return { fulfillmentOrder, elsewhere };
}

describe("the client", () => {
  it("answers data with the offline token", async () => {
    await expect(readShop(world.shop.shopId)).resolves.toMatchObject({
      currency: "USD",
      timeZone: "America/Denver",
    });
  });

  it("waits out Shopify's THROTTLED and sends even a write again: nothing had happened", async () => {
    const { fulfillmentOrder, elsewhere } = movable();
    world.sandbox.faults.set({ api: [{ kind: "throttle", next: 2 }] });
    const result = await moveFulfillmentOrder(world.shop.shopId, {
      fulfillmentOrderId: fulfillmentOrder.id,
      locationId: elsewhere,
    });
    expect(result).toEqual({ ok: true, movedFulfillmentOrderId: fulfillmentOrder.id });
    expect(fulfillmentOrder.locationId).toBe(elsewhere);
  });

  it.each(["timeout-after-commit", "truncated-answer"] as const)(
    "does not know what became of a write after %s",
    async (kind) => {
      const { fulfillmentOrder, elsewhere } = movable();
      world.sandbox.faults.set({ api: [{ kind, next: 1 }] });
      const move = { fulfillmentOrderId: fulfillmentOrder.id, locationId: elsewhere };
      await expect(moveFulfillmentOrder(world.shop.shopId, move)).rejects.toMatchObject({
        name: "ShopifyError",
        retry: "later",
        outcomeUnknown: true,
      });
      expect(fulfillmentOrder.locationId).toBe(elsewhere);
    },
  );

  it("knows that a read that failed changed nothing", async () => {
    world.sandbox.faults.set({ api: [{ kind: "error-before-commit", next: 1 }] });
    await expect(readShop(world.shop.shopId)).rejects.toMatchObject({
      code: "unavailable",
      retry: "later",
      outcomeUnknown: false,
    });
  });

  it("never retries what Shopify cannot understand", async () => {
    const call = adminGraphql(world.shop.shopId, "query Broken { shop { nonsense } }", {});
    await expect(call).rejects.toMatchObject({ code: "undefinedField", retry: "never" });
  });

  it("says so when the app is not installed", async () => {
    await expect(adminGraphql("stranger.myshopify.com", shopDocument, {})).rejects.toMatchObject({
      code: "not_installed",
      retry: "never",
    });
  });
});

describe("the offline token", () => {
  const shopId = "outfitters.myshopify.com";

  /**
   * Kills every token of the shop, then stores one that Shopify does not take with a refresh token
   * that it does.
   */
  async function storeDeadToken(expiresInMs: number) {
    const { tokens } = world.sandbox.platform;
    tokens.revokeShop(shopId);
    const { access, refresh } = tokens.issueExpiringOffline(shopId);
    const expiresAt = Date.now() + expiresInMs;
    await storeToken(shopId, { access: { ...access, token: "shpat_dead", expiresAt }, refresh });
    return refresh.token;
  }

  const stored = () => sessionStorage.loadSession(`offline_${shopId}`);

  it("is read again after a 401, and refreshed when the stored one is refused too", async () => {
    const refreshToken = await storeDeadToken(3_600_000);
    await expect(readShop(shopId)).resolves.toMatchObject({ currency: "USD" });
    const session = await stored();
    expect(session?.accessToken).not.toBe("shpat_dead");
    expect(session?.refreshToken).not.toBe(refreshToken);
  });

  it("is refreshed once, before it expires, by twenty calls at the same time", async () => {
    await storeDeadToken(60_000);
    await Promise.all(Array.from({ length: 20 }, () => readShop(shopId)));
    const session = await stored();
    const { tokens } = world.sandbox.platform;
    expect(tokens.find(shopId, session?.accessToken)).not.toBeNull();
    expect(session?.expires?.getTime()).toBeGreaterThan(Date.now() + 3_000_000);
  });

  it("is refreshed once by two processes that find it expiring", async () => {
    const refreshToken = await storeDeadToken(60_000);
    const isDead = (session: { accessToken?: string | undefined }) =>
      session.accessToken === "shpat_dead";
    const [one, other] = await Promise.all([
      refreshOfflineToken(shopId, isDead),
      refreshOfflineToken(shopId, isDead),
    ]);
    expect(one.accessToken).toBe(other.accessToken);
    expect(one.refreshToken).not.toBe(refreshToken);
    expect((await stored())?.refreshToken).toBe(one.refreshToken);
  });

  it("that cannot be refreshed asks for the merchant", async () => {
    await storeDeadToken(60_000);
    world.sandbox.platform.tokens.revokeShop(shopId);
    await expect(readShop(shopId)).rejects.toMatchObject({ code: "unauthorized", retry: "never" });
    await storeToken(shopId, world.sandbox.platform.tokens.issueExpiringOffline(shopId));
    await expect(readShop(shopId)).resolves.toMatchObject({ currency: "USD" });
  });
});
