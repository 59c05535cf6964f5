import "#test/setup/database.ts";
import { beforeEach, expect, test } from "vitest";
import { inShop } from "#app/db.server.ts";
import type { NewException } from "#app/exceptions/raise-exception.server.ts";
import { raiseExceptions } from "#app/exceptions/raise-exception.server.ts";
import { action as replay } from "#app/routes/app.exceptions.$exceptionId.replay.tsx";
import { action as resolve } from "#app/routes/app.exceptions.$exceptionId.resolve.tsx";
import { loader as show } from "#app/routes/app.exceptions.$exceptionId._index.tsx";
import { loader as list } from "#app/routes/app.exceptions._index.tsx";
import { action as markKnown } from "#app/routes/app.exceptions.mark-known.tsx";
import type { ShopContext } from "#app/shop-context.ts";
import { waitingJobs } from "#test/builders/job-queue.ts";
import { denver, shopWithOrder } from "#test/picking/offered-order.ts";
import { adminRequest } from "./admin-request.ts";
import { callRoute } from "./call-route.ts";

let shop: ShopContext;

const noLocation: NewException = {
  queue: "no_location_fits",
  key: "no_location_fits:1001",
  orderId: "1001",
  summary: "No location has 2 mugs.",
  evidence: {
    locations: [
      { locationId: denver, verdict: "excluded", reasons: [{ code: "no_stock", lineId: "501" }] },
    ],
  },
  wakeOn: ["stock_changed:700", "rule_published"],
};
const deadWebhook: NewException = {
  queue: "dead_letter",
  key: "dead_letter:w1",
  summary: "Shopify's message could not be used.",
  evidence: { webhookId: "w1", topic: "orders/create", problem: "not JSON" },
};

beforeEach(async () => {
  shop = await shopWithOrder();
  await inShop(shop, (tx) => raiseExceptions(tx, shop, [noLocation, deadWebhook]));
});

const open = async (query = "", shopId = shop.shopId) =>
  (await callRoute(list, await adminRequest(shopId, `/app/exceptions${query}`))).body;
const idOf = async (key: string) =>
  (await inShop(shop, (tx) => tx.exception.findFirstOrThrow({ where: { key } }))).exceptionId;
const post = async (
  route: typeof resolve,
  exceptionId: string,
  form: Record<string, string>,
  shopId = shop.shopId,
) => callRoute(route, await adminRequest(shopId, "/app/exceptions/x", { form }), { exceptionId });

test("the list counts per queue, most urgent first, and narrows by the address", async () => {
  const all = await open();
  expect(all.rows.map((row) => [row.queue, row.orderName])).toEqual([
    ["no_location_fits", "#1001"],
    ["dead_letter", ""],
  ]);
  expect(all.counts).toEqual({ no_location_fits: 1, dead_letter: 1 });
  expect((await open("?queue=dead_letter")).total).toBe(1);
  expect((await open("?queue=late_pick")).rows).toEqual([]);
  expect((await open("?status=resolved&queue=nonsense")).total).toBe(0);
});

test("one exception explains itself in words", async () => {
  await inShop(shop, (tx) =>
    tx.item.create({
      data: {
        shopId: shop.shopId,
        inventoryItemId: "700",
        key: "MUG",
        sku: "MUG",
        variantId: "1",
        productId: "1",
        title: "Mug",
      },
    }),
  );
  const exceptionId = await idOf(noLocation.key);
  const request = await adminRequest(shop.shopId, "/app/exceptions/x");
  const { body } = await callRoute(show, request, { exceptionId });
  expect(body).toMatchObject({
    summary: "No location has 2 mugs.",
    order: { id: "1001", name: "#1001" },
    evidence: { verdicts: [{ location: "Denver", reasons: ["Has none to promise"] }], facts: [] },
    wakesOn: ["More of “Mug” becomes available at any location", "A changed rule is published"],
    actions: ["route_again", "send_to", "mark_known"],
  });
  expect(body.tried.map((event) => event.message)).toEqual(["No location has 2 mugs."]);
});

test("unknown and foreign exceptions are 404", async () => {
  const exceptionId = await idOf(noLocation.key);
  const stranger = await shopWithOrder();
  const look = async (id: string, shopId: string) =>
    (await callRoute(show, await adminRequest(shopId, "/x"), { exceptionId: id })).status;
  expect(await look("nothing", shop.shopId)).toBe(404);
  expect(await look(exceptionId, stranger.shopId)).toBe(404);
  expect((await post(resolve, exceptionId, { note: "done" }, stranger.shopId)).status).toBe(404);
  expect((await post(replay, exceptionId, {})).status).toBe(404);
  expect((await open()).total).toBe(2);
});

test("resolving needs a note and is remembered", async () => {
  const exceptionId = await idOf(noLocation.key);
  const empty = await post(resolve, exceptionId, { note: "" });
  expect(empty.status).toBe(422);
  expect(empty.body).toMatchObject({ errors: { note: expect.any(String) } });
  await post(resolve, exceptionId, { note: "called the customer" });
  const { rows } = await open("?status=resolved");
  expect(rows).toMatchObject([{ exceptionId, resolvedBy: "Maria Lopez" }]);
  expect((await post(resolve, exceptionId, { note: "again" })).body).toMatchObject({ ok: true });
});

test("several can be marked as known at once", async () => {
  const exceptionIds = (await open()).rows.map((row) => row.exceptionId).join(",");
  const form = { exceptionIds, note: "on it" };
  const request = await adminRequest(shop.shopId, "/app/exceptions/mark-known", { form });
  expect((await callRoute(markKnown, request)).body).toMatchObject({
    message: "2 exceptions are yours",
  });
  expect((await open()).rows.map((row) => row.assignee)).toEqual(["Maria Lopez", "Maria Lopez"]);
  const nothing = await adminRequest(shop.shopId, "/x", { form: { exceptionIds: "" } });
  expect((await callRoute(markKnown, nothing)).status).toBe(422);
});

test("a dead letter is put back to work once", async () => {
  const exceptionId = await idOf(deadWebhook.key);
  const received = { receivedAt: new Date(), body: "{", status: "poison", topic: "orders/create" };
  await inShop(shop, (tx) =>
    tx.inboxEvent.create({ data: { shopId: shop.shopId, webhookId: "w1", ...received } }),
  );
  await post(replay, exceptionId, {});
  await post(replay, exceptionId, {});
  const waiting = await waitingJobs("receive-webhooks");
  expect(waiting.filter((job) => job.shopId === shop.shopId)).toEqual([
    { shopId: shop.shopId, webhookIds: ["w1"] },
  ]);
  const event = await inShop(shop, (tx) => tx.inboxEvent.findFirstOrThrow());
  expect(event.status).toBe("pending");
});
