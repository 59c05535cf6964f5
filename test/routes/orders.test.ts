import "#test/setup/database.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { action as reroute } from "#app/routes/app.orders.$orderId.reroute.tsx";
import { action as sendTo } from "#app/routes/app.orders.$orderId.send-to.tsx";
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

describe("route again and send to", () => {
  const ask = async (
    route: typeof reroute | typeof sendTo,
    form: Record<string, string>,
    orderId = "1001",
    shopId = shop.shopId,
  ) => callRoute(route, await adminRequest(shopId, "/app/orders/x/y", { form }), { orderId });

  test("ask for a new decision, in the person's name, on the record", async () => {
    const answer = await ask(reroute, { reason: "stock was counted" });
    expect(answer).toMatchObject({ status: 200, body: { ok: true } });
    const { body } = await open("1001");
    expect(body.deciding).toBe("asked by Maria Lopez");
    expect(body.events.at(-1)).toMatchObject({ kind: "override", actor: "Maria Lopez" });
    expect((await ask(sendTo, { reason: "asked by phone", locationId: "2" })).status).toBe(200);
    expect((await open("1001")).body.events.at(-1)?.message).toBe(
      "Send to Boulder: asked by phone",
    );
  });

  test("want a reason and a location, field by field", async () => {
    expect(await ask(reroute, { reason: "  " })).toMatchObject({
      ...{ status: 422, body: { ok: false, errors: { reason: "Say why, in a few words" } } },
    });
    const { status, body } = await ask(sendTo, { reason: "x".repeat(256), locationId: "" });
    expect(status).toBe(422);
    expect(body).toMatchObject({
      errors: { locationId: "Choose a location", reason: "Keep it under 255 characters" },
    });
    const unknown = await ask(sendTo, { reason: "asked by phone", locationId: "77" });
    expect(unknown.status).toBe(422);
    expect(unknown.body).toMatchObject({ errors: { locationId: expect.any(String) } });
  });

  test("are refused for what is settled, unknown or another shop's", async () => {
    const { snapshot } = await storeDecidedOrder(
      shop,
      "1003",
      { stock: [["1", "A", 5]], lines: [["A", 1]] },
      { status: "fulfilled" },
    );
    const reason = "stock was counted";
    expect((await ask(reroute, { reason }, snapshot.order.id)).status).toBe(409);
    expect((await ask(reroute, { reason }, "9999")).status).toBe(404);
    expect((await ask(reroute, { reason }, "1001", "stranger.myshopify.com")).status).toBe(404);
  });
});
