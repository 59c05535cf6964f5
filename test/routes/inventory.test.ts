import "#test/setup/database.ts";
import { beforeEach, expect, test } from "vitest";
import { inShop } from "#app/db.server.ts";
import { loader as list } from "#app/routes/app.inventory._index.tsx";
import type { ShopContext } from "#app/shop-context.ts";
import { testNow } from "#test/builders/shop.ts";
import { boulder, denver, shopWithOrder } from "#test/picking/offered-order.ts";
import { adminRequest } from "./admin-request.ts";
import { callRoute } from "./call-route.ts";

let shop: ShopContext;

const item = (inventoryItemId: string, sku: string, title: string) => ({
  shopId: shop.shopId,
  inventoryItemId,
  key: sku,
  sku,
  title,
  variantId: inventoryItemId,
  productId: inventoryItemId,
});
const level = (inventoryItemId: string, locationId: string, available: number) => ({
  shopId: shop.shopId,
  inventoryItemId,
  locationId,
  available,
  committed: 2,
  onHand: available + 2,
  shopifyUpdatedAt: testNow,
});
const hold = (units: number, status: string) => ({
  shopId: shop.shopId,
  orderId: "1001",
  decisionId: "d1",
  lineItemId: "501",
  inventoryItemId: "700",
  locationId: denver,
  units,
  status,
  createdAt: testNow,
});

beforeEach(async () => {
  shop = await shopWithOrder();
  await inShop(shop, async (tx) => {
    await tx.item.createMany({ data: [item("700", "MUG_1", "Mug"), item("701", "MUG-2", "Lamp")] });
    await tx.location.updateMany({ where: { locationId: denver }, data: { safetyStock: 1 } });
    await tx.stockLevel.createMany({
      data: [level("700", denver, 8), level("700", boulder, -1), level("701", denver, 3)],
    });
    await tx.stockLevel.updateMany({
      where: { inventoryItemId: "701" },
      data: { safetyStock: 5 },
    });
    await tx.reservation.createMany({ data: [hold(2, "active"), hold(4, "reflected")] });
  });
});

const show = async (query = "", shopId = shop.shopId) =>
  (await callRoute(list, await adminRequest(shopId, `/app/inventory${query}`))).body;

test("what can be promised is available less safety stock less our own reservations", async () => {
  const { rows, total } = await show();
  expect(total).toBe(3);
  const figures = rows.map((row) => [
    row.sku,
    row.locationName,
    row.available,
    row.safetyStock,
    row.safetyScope,
    row.reserved,
    row.canPromise,
  ]);
  expect(figures).toEqual([
    ["MUG-2", "Denver", 3, 5, "shelf", 0, 0],
    ["MUG_1", "Boulder", -1, 0, "shop", 0, 0],
    ["MUG_1", "Denver", 8, 1, "location", 2, 5],
  ]);
  expect(rows[2]).toMatchObject({ onHand: 10, committed: 2, readAt: testNow.toISOString() });
});

test("search reads SKU and title literally, and narrows by location", async () => {
  expect((await show("?search=mug_")).total).toBe(2);
  expect((await show("?search=LAMP")).rows.map((row) => row.sku)).toEqual(["MUG-2"]);
  expect((await show(`?search=mug&location=${boulder}`)).total).toBe(1);
  expect((await show("?search=%25")).total).toBe(0);
});

test("the last comparison with Shopify is shown, and whether one is going on", async () => {
  expect(await show()).toMatchObject({ lastAudit: null, syncing: false });
  const run = { shopId: shop.shopId, kind: "stock_audit", startedAt: testNow };
  await inShop(shop, (tx) =>
    tx.syncRun.createMany({
      data: [
        { ...run, status: "done", finishedAt: testNow, seen: 3, drifted: 1 },
        { ...run, status: "running" },
      ],
    }),
  );
  expect(await show()).toMatchObject({ lastAudit: { seen: 3, drifted: 1 }, syncing: true });
});

test("another shop's pool is empty", async () => {
  const stranger = await shopWithOrder();
  expect((await show("", stranger.shopId)).total).toBe(0);
});
