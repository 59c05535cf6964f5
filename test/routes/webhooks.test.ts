import "#test/setup/database.ts";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import fc from "fast-check";
import { inShop } from "#app/db.server.ts";
import { action } from "#app/routes/webhooks.ts";
import { waitingJobs } from "#test/builders/job-queue.ts";
import { webhookRequest } from "#test/builders/webhook.ts";

const post = (request: Request) => action({ request, params: {}, context: {} } as never);
const shop = { shopId: "test.myshopify.com" };
const storedEvents = () =>
  inShop(shop, (tx) => tx.inboxEvent.findMany({ orderBy: { webhookId: "asc" } }));

describe("POST /webhooks", () => {
  it("accepts Shopify's published signature", async () => {
    const body = '{"fulfillment_order":{"id":"gid://shopify/FulfillmentOrder/1","status":"open"}}';
    const request = webhookRequest({
      topic: "fulfillment_orders/order_routing_complete",
      body,
      webhookId: "vector",
    });
    expect(request.headers.get("x-shopify-hmac-sha256")).toBe(
      "e8L9rAs9yFWw9lAK1WBwksubBThs4efN/XbEgc9ZNSE=",
    );
    expect((await post(request)).status).toBe(200);
    const [event] = (await storedEvents()).filter((stored) => stored.webhookId === "vector");
    expect(event).toMatchObject({
      body,
      status: "pending",
      topic: "fulfillment_orders/order_routing_complete",
    });
  });

  it("stores an event once however often it is delivered, and its jobs name it once", async () => {
    const twice = { shopId: "twice.myshopify.com" };
    const delivery = { ...twice, webhookId: "twice" };
    const answers = await Promise.all([1, 2, 3, 4].map(() => post(webhookRequest(delivery))));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200]);
    const jobs = await waitingJobs("receive-webhooks");
    const ofShop = jobs.filter((job) => job.shopId === twice.shopId);
    const stored = await inShop(twice, (tx) => tx.inboxEvent.findMany());
    expect(stored.map((event) => event.webhookId)).toEqual(["twice"]);
    // Deliveries that miss each other's commit bring a job each; the second finds nothing to do.
    expect(ofShop.length).toBeGreaterThan(0);
    for (const job of ofShop) expect(job).toEqual({ ...twice, webhookIds: ["twice"] });
  });

  it("takes the former secret during a rotation and no other", async () => {
    expect((await post(webhookRequest({ secret: "hush-before" }))).status).toBe(200);
    expect((await post(webhookRequest({ secret: "guessed" }))).status).toBe(401);
  });

  it("refuses a body that was changed on the way", async () => {
    const signed = webhookRequest({ webhookId: "tampered" });
    const tampered = new Request(signed.url, {
      method: "POST",
      headers: signed.headers,
      body: '{"id":2}',
    });
    expect((await post(tampered)).status).toBe(401);
    expect((await storedEvents()).some((event) => event.webhookId === "tampered")).toBe(false);
  });

  it("refuses what is unsigned, and a signed request that names no event", async () => {
    const unsigned = webhookRequest();
    unsigned.headers.delete("x-shopify-hmac-sha256");
    expect((await post(unsigned)).status).toBe(401);
    const nameless = webhookRequest();
    nameless.headers.delete("x-shopify-webhook-id");
    expect((await post(nameless)).status).toBe(400);
  });

  it("keeps a signed body it cannot read", async () => {
    expect((await post(webhookRequest({ body: "not json", webhookId: "garbled" }))).status).toBe(
      200,
    );
    expect((await storedEvents()).find((event) => event.webhookId === "garbled")?.body).toBe(
      "not json",
    );
  });

  it("never answers 5xx to any body, and 401 to every bad signature", async () => {
    const seed = 20261121;
    await fc.assert(
      fc.asyncProperty(
        fc.string({ minLength: 1, maxLength: 400, unit: "binary" }),
        fc.boolean(),
        async (body, signed) => {
          const request = webhookRequest({ body, secret: signed ? "hush" : "guessed" });
          expect((await post(request)).status).toBe(signed ? 200 : 401);
        },
      ),
      { seed, numRuns: 150 },
    );
  });

  it("answers other methods with 405", async () => {
    const request = new Request("http://localhost:3000/webhooks", { method: "PUT", body: "{}" });
    expect((await post(request)).status).toBe(405);
  });
});

describe("without a database", () => {
  afterAll(() => vi.unstubAllEnvs());
  beforeAll(() => {
    vi.resetModules();
    vi.stubEnv("DATABASE_URL", "postgres://nobody@127.0.0.1:1/none");
  });

  it("says so instead of losing the event", async () => {
    const door = await import("#app/routes/webhooks.ts");
    const answer = await door.action({
      request: webhookRequest(),
      params: {},
      context: {},
    } as never);
    expect(answer.status).toBe(503);
  });
});
