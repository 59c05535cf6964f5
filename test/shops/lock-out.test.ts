import "#test/setup/database.ts";
import { beforeEach, expect, test } from "vitest";
import { inShop } from "#app/db.server.ts";
import { env } from "#app/env.server.ts";
import { changeScopes } from "#app/shops/change-scopes.server.ts";
import { missingScopes } from "#app/shops/missing-scopes.ts";
import { noteLockOut } from "#app/shops/note-lock-out.server.ts";
import { uninstallShop } from "#app/shops/uninstall-shop.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { ShopifyError } from "#app/shopify/errors.ts";
import { waitingJobs } from "#test/builders/job-queue.ts";
import { installedShop } from "#test/builders/shop.ts";

const all = env.SCOPES.split(",");
const denied = new ShopifyError("Access denied for orders field.", {
  code: "ACCESS_DENIED",
  retry: "never",
});

let shop: ShopContext;
let shops = 0;
beforeEach(async () => {
  shops += 1;
  shop = await installedShop(`lock-out-${shops}.myshopify.com`);
});

const grant = (scopes: readonly string[]) => inShop(shop, (tx) => changeScopes(tx, shop, scopes));
const open = () => inShop(shop, (tx) => tx.exception.findMany({ where: { status: "open" } }));
const waiting = async (kind: Parameters<typeof waitingJobs>[0]) =>
  (await waitingJobs(kind)).filter((job) => job.shopId === shop.shopId);

test("a write scope includes its read scope", () => {
  expect(missingScopes("read_orders,write_inventory", ["write_orders"])).toEqual([
    "write_inventory",
  ]);
});

test("a lost scope is one exception, however many jobs meet it, and closes with the grant", async () => {
  await grant(all.slice(1));
  for (let job = 0; job < 3; job += 1) {
    expect(await noteLockOut(shop.shopId, denied)).toMatchObject({ kind: "cancel" });
  }
  expect((await open()).map((row) => row.queue)).toEqual(["locked_out"]);
  await inShop(shop, (tx) =>
    tx.order.create({ data: { shopId: shop.shopId, orderId: "1", dirtyAt: new Date(0) } }),
  );
  await grant(all);
  expect(await open()).toEqual([]);
  for (const kind of ["route-orders", "reconcile-orders", "sync-catalog"] as const) {
    expect(await waiting(kind)).toHaveLength(1);
  }
});

test("a refusal nobody can explain is tried again; other errors pass through", async () => {
  await grant(all);
  await expect(noteLockOut(shop.shopId, denied)).rejects.toThrow("had granted");
  await expect(noteLockOut(shop.shopId, new TypeError("bug"))).rejects.toThrow(TypeError);
  expect(await open()).toEqual([]);
});

test("news of a removal that comes after the shop has the app again changes nothing", async () => {
  const { shopId } = shop;
  const id = `offline_${shopId}`;
  const session = { id, shopId, isOnline: false, sealed: "" };
  await inShop(shop, (tx) => tx.session.create({ data: session }));
  const installed = () =>
    inShop(shop, (tx) => tx.shop.findFirst({ where: { uninstalledAt: null } }));
  const removed = (at: number) => inShop(shop, (tx) => uninstallShop(tx, shop, new Date(at)));
  await removed(Date.now() - 60_000);
  expect(await installed()).not.toBeNull();
  await removed(Date.now());
  expect(await installed()).toBeNull();
});
