import { afterEach, expect, test } from "vitest";
import type { AppConfig } from "#sandbox/server/app/app-config.ts";
import { createFaults } from "#sandbox/server/faults/create-faults.ts";
import { createDeliveries } from "#sandbox/server/webhooks/create-deliveries.ts";
import { signWebhook } from "#sandbox/server/webhooks/sign-webhook.ts";
import { catchRequests, type CaughtRequest } from "./catch-requests.ts";

const SHOP = "outfitters.myshopify.com";
const APP: AppConfig = {
  name: "Backroom",
  handle: "backroom",
  scopes: [],
  optionalScopes: [],
  webhookApiVersion: "2026-10",
  subscriptions: [
    { topic: "orders/create", uri: "/webhooks" },
    { topic: "orders/updated", uri: "/webhooks", name: "changes" },
  ],
  complianceSubscriptions: [{ topic: "shop/redact", uri: "/webhooks/privacy" }],
};

const endings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0)) await end();
});

async function deliverTo(answer: (request: CaughtRequest) => number, secrets = ["hush"]) {
  const app = await catchRequests(answer);
  const faults = createFaults();
  const deliveries = createDeliveries({
    origin: app.origin,
    app: APP,
    secret: () => secrets[0] ?? "",
    faults,
    clock: () => new Date("2026-11-21T10:00:00Z"),
    retrySpeed: 10_000,
  });
  endings.push(deliveries.close, app.close);
  return { app, faults, deliveries, secrets };
}

function eventNumber(number: number, topic = "orders/create") {
  const body = `{"id":90071992547409${number}}`;
  return { topic, body, eventId: `event-${number}`, occurredAt: "2026-11-21T10:00:00.000Z" };
}

test("a delivery carries Shopify's headers and the signature of its bytes", async () => {
  const { app, deliveries } = await deliverTo(() => 200);
  deliveries.publish(SHOP, eventNumber(93));
  deliveries.publish(SHOP, eventNumber(94, "orders/updated"));
  deliveries.publish(SHOP, eventNumber(95, "products/update"));
  await deliveries.idle();
  expect(app.requests).toHaveLength(2);
  const created = app.requests.find(
    (request) => request.headers["x-shopify-topic"] === "orders/create",
  );
  expect(created).toMatchObject({ path: "/webhooks", body: '{"id":9007199254740993}' });
  expect(created?.headers).toMatchObject({
    "content-type": "application/json",
    "x-shopify-hmac-sha256": signWebhook('{"id":9007199254740993}', "hush"),
    "x-shopify-shop-domain": SHOP,
    "x-shopify-api-version": "2026-10",
    "x-shopify-event-id": "event-93",
    "x-shopify-triggered-at": "2026-11-21T10:00:00.000Z",
  });
  expect(created?.headers["x-shopify-name"]).toBeUndefined();
  expect(deliveries.count()).toEqual({ waiting: 0, delivered: 2, failed: 0, dropped: 0 });
});

test("a failed delivery is retried with its body and id, under today's secret", async () => {
  let answers = 0;
  const { app, deliveries, secrets } = await deliverTo(() => {
    answers += 1;
    if (answers === 2) secrets.unshift("new");
    return answers < 3 ? 503 : 200;
  });
  deliveries.publish(SHOP, eventNumber(1));
  await deliveries.idle();
  expect(app.requests.map((request) => request.headers["x-shopify-hmac-sha256"])).toEqual(
    ["hush", "hush", "new"].map((secret) => signWebhook(eventNumber(1).body, secret)),
  );
  expect(new Set(app.requests.map((request) => request.headers["x-shopify-webhook-id"])).size).toBe(
    1,
  );
  expect(deliveries.list()[0]?.attempts.map((attempt) => attempt.status)).toEqual([503, 503, 200]);
});

test("after eight retries a delivery has failed; a redirect is a failure too", async () => {
  const { app, deliveries } = await deliverTo(() => 302);
  deliveries.publish(SHOP, eventNumber(1));
  await deliveries.idle();
  expect(app.requests).toHaveLength(9);
  expect(deliveries.count()).toMatchObject({ failed: 1, waiting: 0 });
});

test("an app that is down is a failed attempt, not a crash", async () => {
  const { app, deliveries } = await deliverTo(() => 200);
  await app.close();
  deliveries.publish(SHOP, eventNumber(1));
  await deliveries.idle();
  expect(deliveries.list()[0]?.attempts).toHaveLength(9);
  expect(deliveries.list()[0]?.attempts[0]).toMatchObject({ status: null });
});

test("duplicates repeat the event, some under the same webhook id and some under another", async () => {
  const { app, deliveries, faults } = await deliverTo(() => 200);
  faults.set({ seed: 3, webhooks: { duplicateShare: 1 } });
  for (let number = 10; number < 30; number += 1) deliveries.publish(SHOP, eventNumber(number));
  await deliveries.idle();
  expect(app.requests).toHaveLength(40);
  const ids = new Set(app.requests.map((request) => request.headers["x-shopify-webhook-id"]));
  expect(ids.size).toBeGreaterThan(20);
  expect(ids.size).toBeLessThan(40);
  expect(new Set(app.requests.map((request) => request.headers["x-shopify-event-id"])).size).toBe(
    20,
  );
});

test("a share is dropped, the same ones for the same seed", async () => {
  const dropped = async () => {
    const { deliveries, faults } = await deliverTo(() => 200);
    faults.set({ seed: 7, webhooks: { dropShare: 0.3 } });
    for (let number = 10; number < 60; number += 1) deliveries.publish(SHOP, eventNumber(number));
    await deliveries.idle();
    return deliveries.list({ state: "dropped" }).map((delivery) => delivery.eventId);
  };
  const first = await dropped();
  expect(first.length).toBeGreaterThan(5);
  expect(first.length).toBeLessThan(30);
  expect(await dropped()).toEqual(first);
});

test("a shuffle window changes the order and loses nothing", async () => {
  const { app, deliveries, faults } = await deliverTo(() => 200);
  faults.set({ seed: 5, webhooks: { shuffleWindow: 20 } });
  for (let number = 10; number < 60; number += 1) deliveries.publish(SHOP, eventNumber(number));
  await deliveries.idle();
  const arrived = app.requests.map((request) =>
    Number(request.headers["x-shopify-event-id"]?.slice(6)),
  );
  const sent = Array.from({ length: 50 }, (_, index) => index + 10);
  expect(arrived.toSorted((a, b) => a - b)).toEqual(sent);
  const inversions = arrived.filter((number, index) => number < (arrived[index - 1] ?? 0)).length;
  expect(inversions).toBeGreaterThan(10);
});

test("a delayed delivery arrives after one that was sent later", async () => {
  const { app, deliveries, faults } = await deliverTo(() => 200);
  faults.set({ webhooks: { delayShare: 1, delayMs: 50 } });
  deliveries.publish(SHOP, eventNumber(10));
  faults.clear();
  deliveries.publish(SHOP, eventNumber(11));
  await deliveries.idle();
  expect(app.requests.map((request) => request.headers["x-shopify-event-id"])).toEqual([
    "event-11",
    "event-10",
  ]);
});

test("a replay is the same delivery again; an unknown number is none", async () => {
  const { app, deliveries } = await deliverTo(() => 200);
  deliveries.publish(SHOP, eventNumber(10));
  await deliveries.idle();
  expect(deliveries.replay(1)).toMatchObject({ origin: "replay" });
  expect(deliveries.replay(99)).toBeNull();
  await deliveries.idle();
  const [first, second] = app.requests;
  expect(second?.body).toBe(first?.body);
  expect(second?.headers["x-shopify-webhook-id"]).toBe(first?.headers["x-shopify-webhook-id"]);
});
