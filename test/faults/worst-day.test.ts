import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { awaitFirstSync, awaitSettled } from "#bin/demo/await-settled.ts";
import { openApp } from "#bin/stack/open-app.ts";
import { clientId, clientSecret } from "#bin/stack/stack-environment.ts";
import type { RunningStack } from "#bin/stack/start-stack.ts";
import { startStack } from "#bin/stack/start-stack.ts";
import { setStock } from "#sandbox/inventory/set-stock.ts";
import { ledgerOf } from "#sandbox/ledger.ts";
import { placeOrder } from "#sandbox/orders/place-order.ts";
import { nextSampleOrder } from "#sandbox/orders/sample-orders.ts";
import { grantScopes } from "#sandbox/server/app/grant-scopes.ts";
import { STAFF } from "#sandbox/server/app/staff.ts";
import { signSessionToken } from "#sandbox/server/tokens/sign-session-token.ts";
import type { Delivery } from "#sandbox/server/webhooks/delivery.ts";
import { seededRandom } from "#sandbox/shop/random.ts";
import type { ShopState } from "#sandbox/shop/state.ts";
import { actAsBusyStaff } from "./act-as-busy-staff.ts";
import { ask, findBrokenPromises } from "./find-broken-promises.ts";

const seed = 20261122;
const [busy, scarce, locked] = ["busy", "scarce", "locked"].map((name) => `${name}.myshopify.com`);
const random = seededRandom(seed);

let stack: RunningStack;

beforeAll(async () => {
  stack = await startStack({
    ports: { postgres: 0, sandbox: 0, tunnel: 0, web: 0 },
    shops: [busy, scarce, locked].map((domain) => ({ domain: domain!, seed, plan: "plus" })),
    retrySpeed: 1_000,
  });
  stockScarcely(shopOf(scarce));
  for (const domain of stack.sandbox.shops.keys()) {
    await openApp(stack.sandbox, domain);
    await awaitFirstSync(stack.databaseUrl, domain);
  }
}, 180_000);

afterAll(() => stack?.stop());

function shopOf(domain: string | undefined): ShopState {
  const shop = stack.sandbox.shops.get(domain ?? "");
  if (!shop) throw new Error(`no shop ${domain}`);
  return shop;
}

function stockScarcely(shop: ShopState): void {
  for (const sku of shop.variantsBySku.keys()) {
    for (const locationId of shop.locations.keys()) {
      setStock(shop, { sku, locationId, available: 1 + Math.floor(random() * 3) });
    }
  }
}

function sell(shop: ShopState, orders: number): void {
  for (let n = 0; n < orders; n += 1) placeOrder(shop, nextSampleOrder(shop, random));
}

/** Effects of effects included: our own moves echo as webhooks. */
async function settle(shop: ShopState): Promise<void> {
  for (let round = 0; round < 2; round += 1) {
    await stack.sandbox.deliveries.idle();
    await awaitSettled(stack.databaseUrl, shop.domain, shop.orders.size, 120_000);
  }
}

async function killWorker(): Promise<void> {
  const { child } = stack.worker;
  child.kill("SIGKILL");
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  stack.worker = stack.spawn("bin/worker.ts");
}

/** The database goes while a worker dies and orders come in, then returns. */
async function loseDatabase(meanwhile: () => void): Promise<void> {
  await stack.postgres.pause();
  await killWorker();
  meanwhile();
  await sleep(1_500);
  expect((await fetch(`${stack.webUrl}/readyz`)).status).toBe(503);
  await stack.postgres.resume();
  await killWorker();
}

describe(`the worst day (seed ${seed})`, { timeout: 170_000 }, () => {
  it("a scope that is taken away stops work with one alarm, and its return finishes it", async () => {
    const shop = shopOf(locked);
    const { scopes } = stack.sandbox.platform.app;
    for (const lost of ["read_orders", "write_merchant_managed_fulfillment_orders"]) {
      sell(shop, 10);
      grantScopes(
        stack.sandbox.platform,
        shop,
        scopes.filter((scope) => scope !== lost),
      );
      sell(shop, 10);
      await stack.sandbox.deliveries.idle();
      await sleep(4_000);
      const open = `SELECT queue, summary FROM exceptions WHERE shop_id = $1 AND status = 'open'
        AND queue IN ('locked_out', 'dead_letter', 'shopify_refused')`;
      const alarms = await ask<{ summary: string }>(stack.databaseUrl, open, shop.domain);
      expect(alarms).toHaveLength(1);
      expect(alarms[0]?.summary).toContain(lost);
      grantScopes(stack.sandbox.platform, shop, scopes);
      await settle(shop);
      expect(await findBrokenPromises(stack.databaseUrl, shop)).toEqual([]);
    }
  });

  it("two workers never promise a scarce unit twice", async () => {
    const shop = shopOf(scarce);
    const stocked = new Map(
      ledgerOf(shop).stock.map((row) => [`${row.itemId}@${row.locationId}`, row.available]),
    );
    const second = stack.spawn("bin/worker.ts");
    sell(shop, 100);
    await settle(shop);
    await second.stop();
    const promised = await ask<{ place: string; units: number }>(
      stack.databaseUrl,
      `SELECT l.inventory_item_id || '@' || (parcel ->> 'locationId') AS place,
          sum((line ->> 'quantity')::int)::int AS units
        FROM orders o JOIN decisions d USING (shop_id, decision_id),
          jsonb_array_elements(d.plan -> 'parcels') parcel,
          jsonb_array_elements(parcel -> 'lines') line
          JOIN order_lines l ON l.shop_id = $1 AND l.line_item_id = line ->> 'lineId'
        WHERE o.shop_id = $1 GROUP BY 1`,
      shop.domain,
    );
    expect(promised.length).toBeGreaterThan(50);
    expect(promised.filter((row) => row.units > (stocked.get(row.place) ?? 0))).toEqual([]);
    expect(await findBrokenPromises(stack.databaseUrl, shop)).toEqual([]);
  });

  it("a worker killed ten times and a database gone for a while lose and double nothing", async () => {
    const shop = shopOf(busy);
    for (let kill = 0; kill < 10; kill += 1) {
      sell(shop, 15);
      const latest = [...shop.orders.values()].slice(-30);
      for (const order of latest.filter(() => random() < 0.15)) actAsBusyStaff(shop, order, random);
      await sleep(400 + random() * 1_600);
      if (kill === 5) await loseDatabase(() => sell(shop, 5));
      else await killWorker();
    }
    expect(stack.sandbox.deliveries.list({ limit: 20_000 }).some(wasRefused)).toBe(true);
    await settle(shop);
    expect(await findBrokenPromises(stack.databaseUrl, shop)).toEqual([]);
  });

  it("another shop's ids and forged tokens open nothing", async () => {
    const paths = await listPaths(shopOf(scarce).domain);
    for (const { path, secretWord, form } of paths) {
      const own = form ? null : await call(path, await tokenOf(scarce, clientSecret));
      if (own)
        expect(own).toMatchObject({ status: 200, text: expect.stringContaining(secretWord) });
      const strange = await call(path, await tokenOf(locked, clientSecret), form);
      expect([path, strange.status]).toEqual([path, 404]);
      const forged = await call(path, await tokenOf(scarce, "not the secret"), form);
      expect([path, forged.status]).toEqual([path, 401]);
      for (const answer of [strange, forged]) expect(answer.text).not.toContain(secretWord);
    }
  });
});

function wasRefused({ attempts }: Delivery): boolean {
  return attempts.some((attempt) => attempt.status === 503);
}

function tokenOf(shop: string | undefined, secret: string): Promise<string> {
  return signSessionToken({ shop: shop ?? "", userId: STAFF[0]?.id ?? "", clientId, secret });
}

async function call(path: string, token: string, form: Record<string, string> | null = null) {
  const headers = { authorization: `Bearer ${token}`, "user-agent": "Mozilla/5.0 Chrome/147.0" };
  const sent = form ? { method: "POST", body: new URLSearchParams(form) } : {};
  // Forms go as the app's own client sends them: a document's status tells only of its page.
  const url = `${stack.sandbox.tunnelUrl}${path}${form ? ".data" : ""}`;
  const answer = await fetch(url, { redirect: "manual", headers, ...sent });
  return { status: answer.status, text: await answer.text() };
}

/** Every address that names something of the shop, with a word only its owner may read. */
async function listPaths(domain: string) {
  const one = async (sql: string) => {
    const [row] = await ask<{ id: string; word: string }>(stack.databaseUrl, sql, domain);
    if (!row) throw new Error(`nothing found by ${sql}`);
    return row;
  };
  const order = await one(`SELECT order_id AS id, city AS word FROM orders
    WHERE shop_id = $1 AND city <> '' AND status = 'placed' LIMIT 1`);
  const location = await one(`SELECT location_id AS id, name AS word FROM locations
    WHERE shop_id = $1 AND type = 'store' LIMIT 1`);
  const exception = await one(`SELECT exception_id AS id, left(summary, 5) AS word FROM exceptions
    WHERE shop_id = $1 AND status = 'open' AND order_id IS NOT NULL LIMIT 1`);
  const task = await one(`SELECT task_id AS id, order_name AS word FROM pick_tasks
    WHERE shop_id = $1 LIMIT 1`);
  const reason = { reason: "mine now" };
  const locationId = [...shopOf(locked).locations.keys()][0] ?? "";
  const read = (path: string, { word }: { word: string }) => ({
    path,
    secretWord: word,
    form: null,
  });
  const write = (
    path: string,
    { word }: { word: string },
    form: Record<string, string> = reason,
  ) => ({
    path,
    secretWord: word,
    form,
  });
  return [
    read(`/app/orders/${order.id}`, order),
    read(`/app/locations/${location.id}`, location),
    read(`/app/exceptions/${exception.id}`, exception),
    write(`/app/orders/${order.id}/reroute`, order),
    write(`/app/orders/${order.id}/send-to`, order, { ...reason, locationId }),
    write(`/app/tasks/${task.id}/take-back`, task),
    write(`/app/locations/${location.id}/pause`, location),
    write(`/app/locations/${location.id}/resume`, location),
  ];
}
