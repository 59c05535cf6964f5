import "#test/setup/database.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { inShop } from "#app/db.server.ts";
import { loader as whatIf } from "#app/routes/app.orders.$orderId.what-if.tsx";
import { loader as overrides } from "#app/routes/app.insights.overrides._index.tsx";
import { loader as prices } from "#app/routes/app.rules.price._index.tsx";
import { action as startPrices } from "#app/routes/app.rules.price.start.tsx";
import { loader as list } from "#app/routes/app.rules.replay._index.tsx";
import { loader as show } from "#app/routes/app.rules.replay.$runId._index.tsx";
import { action as cancel } from "#app/routes/app.rules.replay.$runId.cancel.tsx";
import { loader as download } from "#app/routes/app.rules.replay.$runId.export.tsx";
import { action as start } from "#app/routes/app.rules.replay.start.tsx";
import { defaultRuleset } from "#app/rules/default-ruleset.ts";
import { publishRules } from "#app/rules/publish-rules.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { storeDecidedOrder, storeLocations } from "#test/builders/decided-order.ts";
import { installedShop } from "#test/builders/shop.ts";
import { adminRequest } from "./admin-request.ts";
import { callRoute } from "./call-route.ts";

let shop: ShopContext;
let empty: ShopContext;

beforeAll(async () => {
  empty = await installedShop("no-rules.myshopify.com");
  shop = await installedShop("replaying.myshopify.com");
  await storeLocations(shop);
  await storeDecidedOrder(shop, "7", { stock: [["1", "A", 5]], lines: [["A", 2]] });
  await inShop(shop, (tx) =>
    publishRules(tx, shop, { version: 1, ruleset: defaultRuleset, disabled: [], comment: "" }),
  );
});

const asked = {
  ...{ draftId: "", days: "60", closed: "", demandFactor: "1" },
  ...{ dearerService: "", dearerPercent: "0" },
};
const post = async (form: Record<string, string>, of = shop) =>
  callRoute(start, await adminRequest(of.shopId, "/app/rules/replay/start", { form }));
const get = (path: string) => adminRequest(shop.shopId, path);

describe("starting a replay", () => {
  test("leads to its page, which shows it waiting and lets it be stopped once", async () => {
    const { status, location } = await post(asked);
    expect(status).toBe(302);
    const runId = location.split("/").at(-1)!;
    const page = await callRoute(show, await get(location), { runId });
    expect(page.body).toMatchObject({ run: { status: "waiting" }, result: null, mayCancel: true });
    const listed = await callRoute(list, await get("/app/rules/replay"));
    expect(listed.body.runs.map((run) => run.runId)).toEqual([runId]);
    const stop = async () =>
      callRoute(cancel, await adminRequest(shop.shopId, location, { form: {} }), { runId });
    expect((await stop()).status).toBe(200);
    expect((await stop()).status).toBe(409);
  });

  test("answers 422 with an error at the field, 404 for a draft that is gone, 409 without rules", async () => {
    const wrong = await post({ ...asked, days: "soon", demandFactor: "9" });
    expect(wrong).toMatchObject({
      status: 422,
      body: {
        errors: {
          days: "Enter a whole number from 1 to 180.",
          demandFactor: "Enter a whole number from 1 to 5.",
        },
      },
    });
    expect((await post({ ...asked, draftId: "gone" })).status).toBe(404);
    expect((await post(asked, empty)).status).toBe(409);
  });
});

test("a run that is not the shop's is not there", async () => {
  const params = { runId: "nobody's" };
  expect((await callRoute(show, await get("/app/rules/replay/x"), params)).status).toBe(404);
  expect((await callRoute(download, await get("/app/rules/replay/x"), params)).status).toBe(404);
  const stop = await adminRequest(shop.shopId, "/app/rules/replay/x", { form: {} });
  expect((await callRoute(cancel, stop, params)).status).toBe(404);
});

test("rules are priced on a sensible number of orders only", async () => {
  const ask = async (orders: string) =>
    callRoute(startPrices, await adminRequest(shop.shopId, "/x", { form: { orders } }));
  expect(await ask("3")).toMatchObject({
    status: 422,
    body: { errors: { orders: "Enter a whole number from 10 to 10,000." } },
  });
  expect((await ask("100")).status).toBe(200);
  const page = await callRoute(prices, await get("/app/rules/price"));
  expect(page.body).toMatchObject({ latest: { status: "waiting" }, prices: null });
});

test("an order is tried with other facts, and a number that is none is told at its field", async () => {
  const ask = async (query: string, orderId = "7") =>
    callRoute(whatIf, await get(`/app/orders/7/what-if${query}`), { orderId });
  expect((await ask("")).body).toMatchObject({ after: null, errors: {} });
  const closed = await ask("?closed=1");
  expect(closed).toMatchObject({ status: 200, body: { after: { outcome: "unfillable" } } });
  const wrong = await ask("?location=1&sku=A&units=many");
  expect(wrong.status).toBe(422);
  expect(wrong.body).toMatchObject({ errors: { units: expect.any(String) as string } });
  expect((await ask("", "no such order")).status).toBe(404);
});

test("overrides are an empty list before anybody overruled the engine", async () => {
  const page = await callRoute(overrides, await get("/app/insights/overrides?page=0"));
  expect(page.body).toMatchObject({ page: 1, overrides: [], totals: { overrides: 0 } });
});
