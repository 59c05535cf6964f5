import "#test/setup/database.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { loader as show } from "#app/routes/app.orders.$orderId._index.tsx";
import { loader as list } from "#app/routes/app.orders._index.tsx";
import type { ShopContext } from "#app/shop-context.ts";
import { storeDecidedOrder, storeLocations } from "#test/builders/decided-order.ts";
import { installedShop } from "#test/builders/shop.ts";
import { adminRequest } from "./admin-request.ts";
import { callRoute } from "./call-route.ts";

let shop: ShopContext;

beforeAll(async () => {
  shop = await installedShop();
  await storeLocations(shop);
  const world = { stock: [["1", "A", 5] as const], lines: [["A", 1] as const] };
  await storeDecidedOrder(shop, "1001", world);
  await storeDecidedOrder(shop, "1002", world, { status: "held" });
  await installedShop("stranger.myshopify.com");
});

const listOf = async (query = "", shopId = shop.shopId) =>
  (await callRoute(list, await adminRequest(shopId, `/app/orders${query}`))).body;
const open = async (orderId: string, query = "", shopId = shop.shopId) =>
  callRoute(show, await adminRequest(shopId, `/app/orders/${orderId}${query}`), { orderId });

describe("the order list", () => {
  test("reads its filters from the address", async () => {
    expect((await listOf("?tab=held")).rows.map(({ name }) => name)).toEqual(["#1002"]);
    expect((await listOf("?search=1001&location=1")).total).toBe(1);
    expect((await listOf("?from=2026-11-22")).total).toBe(0);
  });

  test("takes nonsense in the address as not given", async () => {
    const page = await listOf("?tab=none&from=yesterday&sort=%00&page=-1&to=2026-13-40");
    expect([page.total, page.page]).toEqual([2, 1]);
  });

  test("is empty for another shop", async () => {
    expect((await listOf("", "stranger.myshopify.com")).total).toBe(0);
  });
});

describe("one order", () => {
  test("comes with its decision explained", async () => {
    const { status, body } = await open("1001");
    expect(status).toBe(200);
    expect(body.shown?.why).toBe("Ships whole from Denver: no other location can ship all of it.");
  });

  test("survives an address made up by hand", async () => {
    const { body } = await open("1001", "?decision=abc&locations=none");
    expect(body.shown?.sequence).toBe(1);
  });

  test("is not found when it is unknown or another shop's", async () => {
    expect((await open("9999")).status).toBe(404);
    expect((await open("1001", "", "stranger.myshopify.com")).status).toBe(404);
    expect((await open("'; drop table orders; --")).status).toBe(404);
  });
});
