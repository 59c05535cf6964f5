import { beforeEach, expect, test } from "vitest";
import { placeOrder } from "#sandbox/orders/place-order.ts";
import { SHOP, startTestSandbox } from "./start-test-sandbox.ts";

const time = { now: Date.parse("2026-11-21T10:00:00Z") };
const { sandbox, accessToken, callShop, control, graphql } = await startTestSandbox({
  clock: () => new Date(time.now),
});
const PATH = "/admin/api/2026-10/graphql.json";
const NAME = "query ShopName { shop { name } }";
const TAG =
  'mutation Tag($id: ID!) { tagsAdd(id: $id, tags: ["seen"]) { userErrors { message } } }';

beforeEach(() => sandbox.faults.clear());

function shop() {
  const found = sandbox.shops.get(SHOP);
  if (!found) throw new Error("no shop");
  return found;
}

function newOrder() {
  const sku = [...shop().variantsBySku.keys()][0] ?? "";
  return placeOrder(shop(), { lines: [{ sku, quantity: 1 }] });
}

test("a live token reads the shop, with Shopify's headers", async () => {
  const answer = await graphql(NAME);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("x-shopify-api-version")).toBe("2026-10");
  expect(answer.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  expect(await answer.json()).toMatchObject({ data: { shop: { name: "Backroom Outfitters" } } });
});

test.each([
  ["no token", async () => await callShop(PATH, { query: NAME })],
  ["an unknown token", async () => await graphql(NAME, {}, "shpat_unknown")],
  [
    "a token of yesterday",
    async () => {
      const token = await accessToken();
      time.now += 86_400_000;
      return await graphql(NAME, {}, token);
    },
  ],
])("%s is 401 in Shopify's words", async (_what, call) => {
  const answer = await call();
  expect(answer.status).toBe(401);
  expect(await answer.json()).toEqual({
    errors: "[API] Invalid API key or access token (unrecognized login or wrong password)",
  });
});

test("a body that is no GraphQL request is 400", async () => {
  const headers = { "x-shopify-access-token": await accessToken() };
  expect((await callShop(PATH, { nothing: true }, headers)).status).toBe(400);
});

test("throttle: refused at 200, nothing happens, and only as often as asked", async () => {
  const order = newOrder();
  sandbox.faults.set({ api: [{ kind: "throttle", operation: "tagsAdd", next: 2 }] });
  const variables = { id: `gid://shopify/Order/${order.id}` };
  for (let call = 0; call < 2; call += 1) {
    const answer = await graphql(TAG, variables);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      errors: [{ message: "Throttled", extensions: { code: "THROTTLED" } }],
      extensions: { cost: { throttleStatus: { currentlyAvailable: 0, restoreRate: 200 } } },
    });
  }
  expect(order.tags).toEqual([]);
  await graphql(TAG, variables);
  expect(order.tags).toEqual(["seen"]);
});

test("a fault strikes only the operation it names", async () => {
  sandbox.faults.set({ api: [{ kind: "error-before-commit", operation: "tagsAdd", next: 1 }] });
  expect((await graphql(NAME)).status).toBe(200);
  expect((await graphql(TAG, { id: "gid://shopify/Order/1" })).status).toBe(503);
});

test("error before commit: 503, nothing happened", async () => {
  const order = newOrder();
  sandbox.faults.set({ api: [{ kind: "error-before-commit", probability: 1 }] });
  const answer = await graphql(TAG, { id: `gid://shopify/Order/${order.id}` });
  expect(answer.status).toBe(503);
  expect(order.tags).toEqual([]);
});

test("timeout after commit: no answer, yet it happened", async () => {
  const order = newOrder();
  const token = await accessToken();
  sandbox.faults.set({ api: [{ kind: "timeout-after-commit", next: 1 }] });
  await expect(graphql(TAG, { id: `gid://shopify/Order/${order.id}` }, token)).rejects.toThrow();
  expect(order.tags).toEqual(["seen"]);
});

test("hang after commit: silence until the caller gives up, yet it happened", async () => {
  const order = newOrder();
  const token = await accessToken();
  sandbox.faults.set({ api: [{ kind: "hang-after-commit", next: 1 }] });
  const call = fetch(`${sandbox.url}${PATH}`, {
    method: "POST",
    headers: { "x-sandbox-host": SHOP, "x-shopify-access-token": token },
    body: JSON.stringify({ query: TAG, variables: { id: `gid://shopify/Order/${order.id}` } }),
    signal: AbortSignal.timeout(500),
  });
  await expect(call).rejects.toThrow(/timeout/);
  expect(order.tags).toEqual(["seen"]);
});

test("after uninstalling, a token that was good a moment ago is 401", async () => {
  const token = await accessToken();
  await control("POST", `shops/${SHOP}/app/uninstall`);
  expect((await graphql(NAME, {}, token)).status).toBe(401);
});

test("truncated answer: half of it, yet it happened", async () => {
  const order = newOrder();
  const token = await accessToken();
  sandbox.faults.set({ api: [{ kind: "truncated-answer", next: 1 }] });
  const answer = await graphql(TAG, { id: `gid://shopify/Order/${order.id}` }, token);
  expect(answer.status).toBe(200);
  await expect(answer.json()).rejects.toThrow();
  expect(order.tags).toEqual(["seen"]);
});

test("a finished bulk operation downloads from its address, and from no other", async () => {
  const address = "https://storage.googleapis.com/bulk/result.jsonl?signature=a";
  shop().bulkResults.set(address, '{"id":"gid://shopify/Location/1"}\n');
  const download = async (path: string) =>
    await fetch(`${sandbox.url}${path}`, {
      headers: { "x-sandbox-host": "storage.googleapis.com" },
    });
  const found = await download("/bulk/result.jsonl?signature=a");
  expect(await found.text()).toBe('{"id":"gid://shopify/Location/1"}\n');
  expect((await download("/bulk/result.jsonl?signature=b")).status).toBe(404);
});
