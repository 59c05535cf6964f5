import "#test/setup/database.ts";
import { beforeEach, expect, test } from "vitest";
import { inShop } from "#app/db.server.ts";
import { installDefaultRates } from "#app/rates/install-default-rates.server.ts";
import { loader as download } from "#app/routes/app.rates.$version.download.tsx";
import { action as withdraw } from "#app/routes/app.rates.$version.withdraw.tsx";
import { loader as show } from "#app/routes/app.rates._index.tsx";
import { action as estimate } from "#app/routes/app.rates.estimate.tsx";
import { action as labels } from "#app/routes/app.rates.labels.tsx";
import { action as publish } from "#app/routes/app.rates.publish.tsx";
import { action as penalty } from "#app/routes/app.rates.split-penalty.tsx";
import type { ShopContext } from "#app/shop-context.ts";
import { installedShop } from "#test/builders/shop.ts";
import { adminRequest } from "./admin-request.ts";
import { callRoute } from "./call-route.ts";

const header = "service,up_to_km,up_to_kg,price,per_kg,transit_days";
let shop: ShopContext;
let shops = 0;
beforeEach(async () => {
  shop = await installedShop(`rates-pages-${++shops}.myshopify.com`);
  await inShop(shop, (tx) => installDefaultRates(tx, shop));
});

/** A form with a file, as a browser sends it. */
async function upload(fields: Record<string, string>, file?: string): Promise<Request> {
  const { url, headers } = await adminRequest(shop.shopId, "/app/rates/x", { form: {} });
  headers.delete("content-type");
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  if (file !== undefined) body.set("file", new Blob([file]), "rates.csv");
  return new Request(url, { method: "POST", headers, body });
}

const look = async () =>
  (await callRoute(show, await adminRequest(shop.shopId, "/app/rates"))).body;
const post = async (route: typeof estimate | typeof penalty, form: Record<string, string>) =>
  callRoute(route, await adminRequest(shop.shopId, "/app/rates/x", { form }));
const takeBack = async (version: string) =>
  callRoute(withdraw, await adminRequest(shop.shopId, "/x", { form: {} }), { version });

test("a card is published from a file, shown, and downloaded as it was sent", async () => {
  const csv = `${header}\nground,500,1,5.10,,2\nground,500,,6.40,0.9,2\nground,,,8,,5`;
  const answer = await callRoute(publish, await upload({ name: "2027", appliesOn: "" }, csv));
  expect(answer.body).toEqual({ ok: true, message: "Rates saved as version 2" });
  expect(await look()).toMatchObject({
    current: { version: 2, name: "2027" },
    cards: [{ state: "in_force", publishedBy: "Maria Lopez" }, { state: "past" }],
  });
  const request = await adminRequest(shop.shopId, "/x");
  const response = (await download({ request, params: { version: "2" }, context: {} })) as Response;
  expect(response.headers.get("content-disposition")).toContain("rates-version-2.csv");
  expect((await response.text()).replaceAll("\r\n", "\n").trim()).toBe(csv);
});

test("a file with problems, a missing file and missing words are refused at their fields", async () => {
  const wrong = await callRoute(publish, await upload({ name: "x" }, `${header}\na,,,dear,,5`));
  expect([wrong.status, wrong.body]).toMatchObject([422, { problems: [{ line: 2 }] }]);
  const empty = await callRoute(publish, await upload({ name: " ", appliesOn: "soon" }));
  const errors = { file: expect.any(String), name: expect.any(String), appliesOn: "Choose a day." };
  expect([empty.status, empty.body]).toMatchObject([422, { errors }]);
  expect((await look()).cards).toHaveLength(1);
});

test("a card to come can be taken back, one in force cannot, a foreign one is not found", async () => {
  const form = { name: "later", appliesOn: "2099-01-01" };
  await callRoute(publish, await upload(form, `${header}\nground,,,8,,5`));
  expect((await takeBack("1")).status).toBe(409);
  expect((await takeBack("2")).body).toMatchObject({ ok: true });
  expect((await takeBack("77")).status).toBe(404);
  expect((await takeBack("x")).status).toBe(404);
  const stranger = await installedShop(`rates-stranger-${shops}.myshopify.com`);
  const request = await adminRequest(stranger.shopId, "/x");
  expect((await callRoute(download, request, { version: "1" })).status).toBe(404);
});

test("split penalty, estimate and labels answer 422 to what is no figure, address or file", async () => {
  expect((await post(penalty, { splitPenalty: "much" })).status).toBe(422);
  expect((await post(penalty, { splitPenalty: "3.5" })).body).toMatchObject({ ok: true });
  expect((await look()).current?.splitPenalty).toBe("3.50");
  const asked = { from: "39.7, -105", to: "41.9, -87.6", countryCode: "US", weightKg: "2" };
  expect((await post(estimate, asked)).body).toMatchObject({ ok: true });
  expect((await post(estimate, { ...asked, weightKg: "0" })).status).toBe(422);
  expect((await post(estimate, { ...asked, to: "nowhere" })).status).toBe(422);
  expect((await callRoute(labels, await upload({}))).status).toBe(422);
  const bad = await callRoute(labels, await upload({}, "order,cost\n#1,dear"));
  expect([bad.status, bad.body]).toMatchObject([422, { problemCount: 1 }]);
  const good = await callRoute(labels, await upload({}, "order,cost\n#1,7.20"));
  expect(good.body).toEqual({ ok: true, message: "0 of 1 labels matched to parcels" });
});
