import { afterEach, expect, test } from "vitest";
import { SHOP, startTestSandbox } from "./start-test-sandbox.ts";

interface Described {
  id: string;
  name: string;
  status: string;
  lines: { sku: string; currentQuantity: number }[];
  fulfillmentOrders: {
    id: string;
    status: string;
    locationId: string;
    lines: { remainingQuantity: number }[];
  }[];
}

const { sandbox, app, control } = await startTestSandbox();
const shop = sandbox.shops.get(SHOP);
if (!shop) throw new Error("no shop");
const sku = [...shop.variantsBySku.keys()][0] ?? "";
await control("POST", `shops/${SHOP}/app/install`);

afterEach(async () => {
  await control("DELETE", "faults");
  await sandbox.deliveries.idle();
  app.requests.length = 0;
});

async function place(body: unknown = { order: { lines: [{ sku, quantity: 2 }] } }) {
  const answer = await control("POST", `shops/${SHOP}/orders`, body);
  expect(answer.status).toBe(200);
  const order = (answer.body as { orders: Described[] }).orders[0];
  if (!order) throw new Error("no order");
  return order;
}

async function topics(): Promise<string[]> {
  await sandbox.deliveries.idle();
  return app.requests.map(({ headers }) => String(headers["x-shopify-topic"]));
}

test("placing an order gives it fulfillment orders and tells the app", async () => {
  const order = await place();
  expect(order.lines).toMatchObject([{ sku, currentQuantity: 2 }]);
  expect(order.fulfillmentOrders).toHaveLength(1);
  expect(await topics()).toEqual(
    expect.arrayContaining([
      "orders/create",
      "fulfillment_orders/order_routing_complete",
    ]) as string[],
  );
});

test("ids beyond 2^53 survive the control API and the webhook", async () => {
  const order = await place();
  expect(Number.isSafeInteger(Number(order.id))).toBe(false);
  expect(shop.orders.has(order.id)).toBe(true);
  await sandbox.deliveries.idle();
  const created = app.requests.find(
    ({ headers }) => headers["x-shopify-topic"] === "orders/create",
  );
  expect(created?.body).toContain(`"id":${order.id},`);
});

test("a burst places sample orders", async () => {
  const before = shop.orders.size;
  const answer = await control("POST", `shops/${SHOP}/orders`, { count: 12 });
  expect((answer.body as { orders: unknown[] }).orders).toHaveLength(12);
  expect(shop.orders.size).toBe(before + 12);
});

test("an order is edited and cancelled as staff would", async () => {
  const order = await place();
  const edited = await control("POST", `shops/${SHOP}/orders/${order.id}/edit`, {
    quantities: [{ sku, quantity: 1 }],
  });
  expect((edited.body as Described).lines).toMatchObject([{ sku, currentQuantity: 1 }]);
  const cancelled = await control("POST", `shops/${SHOP}/orders/${order.id}/cancel`, {});
  expect((cancelled.body as Described).status).toBe("cancelled");
  expect(await topics()).toEqual(
    expect.arrayContaining(["orders/edited", "orders/cancelled"]) as string[],
  );
  const again = await control("POST", `shops/${SHOP}/orders/${order.id}/cancel`, {});
  expect(again).toEqual({ status: 409, body: { error: "Order has already been cancelled." } });
});

test("a fulfillment order is moved, held, released and fulfilled behind the app's back", async () => {
  const order = await place();
  const parcel = order.fulfillmentOrders[0];
  if (!parcel) throw new Error("no fulfillment order");
  const stocked = [...shop.locations.keys()].find((id) => id !== parcel.locationId) ?? "";
  await control("POST", `shops/${SHOP}/stock`, { sku, locationId: stocked, available: 9 });
  const act = async (verb: string, body: unknown = {}) =>
    (await control("POST", `shops/${SHOP}/fulfillment-orders/${parcel.id}/${verb}`, body))
      .body as Described;
  expect((await act("move", { newLocationId: stocked })).fulfillmentOrders[0]?.locationId).toBe(
    stocked,
  );
  expect((await act("hold")).status).toBe("on_hold");
  expect((await act("release")).status).toBe("unfulfilled");
  expect((await act("fulfil")).status).toBe("fulfilled");
  expect(await topics()).toContain("fulfillment_orders/moved");
});

test("stock is set, and the app told", async () => {
  const locationId = [...shop.locations.keys()][0] ?? "";
  await control("POST", `shops/${SHOP}/stock`, { sku, locationId, available: 41 });
  const { body } = await control("GET", `shops/${SHOP}/ledger`);
  const rows = (body as { stock: { sku: string; locationId: string; available: number }[] }).stock;
  expect(rows.find((row) => row.sku === sku && row.locationId === locationId)?.available).toBe(41);
  expect(await topics()).toContain("inventory_levels/update");
});

test("a location is deactivated and activated", async () => {
  const id = [...shop.locations.keys()].at(-1) ?? "";
  await control("POST", `shops/${SHOP}/locations/${id}/deactivate`);
  expect(shop.locations.get(id)?.active).toBe(false);
  expect(await topics()).toContain("locations/deactivate");
  await control("POST", `shops/${SHOP}/locations/${id}/activate`);
  expect(shop.locations.get(id)?.active).toBe(true);
});

test("a product is added and deleted, and a closed location deleted", async () => {
  const { status, body } = await control("POST", `shops/${SHOP}/products`, {
    title: "Wool Hat",
    variants: [{ title: "M", sku: "HAT-M", price: 25 }],
  });
  expect(status).toBe(200);
  expect(shop.variantsBySku.has("HAT-M")).toBe(true);
  await control("POST", `shops/${SHOP}/products/${(body as { id: string }).id}/delete`);
  expect(shop.variantsBySku.has("HAT-M")).toBe(false);
  const id = [...shop.locations.keys()].at(-1) ?? "";
  const early = await control("POST", `shops/${SHOP}/locations/${id}/delete`);
  expect(early.status).toBe(409);
  await control("POST", `shops/${SHOP}/locations/${id}/deactivate`);
  await control("POST", `shops/${SHOP}/locations/${id}/delete`);
  expect(shop.locations.has(id)).toBe(false);
});

test("a location is opened and renamed", async () => {
  const created = await control("POST", `shops/${SHOP}/locations`, {
    name: "Tulsa Store",
    address: {
      address1: "1 Main St",
      city: "Tulsa",
      zip: "74103",
      latitude: 36.15,
      longitude: -95.99,
    },
  });
  const { id } = created.body as { id: string };
  expect(shop.locations.get(id)).toMatchObject({ name: "Tulsa Store", active: true });
  await control("POST", `shops/${SHOP}/locations/${id}`, { name: "Tulsa Annex" });
  expect(shop.locations.get(id)?.name).toBe("Tulsa Annex");
  const nowhere = await control("POST", `shops/${SHOP}/locations`, {
    name: "Nowhere",
    address: {},
  });
  expect(nowhere.status).toBe(422);
});

test("the delivery log filters, and replays what it has", async () => {
  await place();
  await sandbox.deliveries.idle();
  const { body } = await control("GET", "deliveries?topic=orders/create&limit=1");
  const newest = (body as { deliveries: { number: number; webhookId: string; state: string }[] })
    .deliveries[0];
  expect(newest?.state).toBe("delivered");
  app.requests.length = 0;
  expect((await control("POST", `deliveries/${newest?.number}/replay`)).status).toBe(202);
  expect((await control("POST", "deliveries/idle")).status).toBe(200);
  expect(app.requests.map(({ headers }) => headers["x-shopify-webhook-id"])).toEqual([
    newest?.webhookId,
  ]);
  expect((await control("POST", "deliveries/999999/replay")).status).toBe(404);
});

test("faults are set whole, read back, and refused when they do not fit", async () => {
  const wanted = { seed: 4, webhooks: { dropShare: 1 } };
  expect((await control("PUT", "faults", wanted)).body).toMatchObject({
    webhooks: { dropShare: 1, duplicateShare: 0 },
  });
  await place();
  expect(await topics()).toEqual([]);
  expect((await control("PUT", "faults", { webhooks: { dropShare: 2 } })).status).toBe(422);
  expect((await control("PUT", "faults", { api: [{ kind: "throttle" }] })).status).toBe(422);
});

test.each(["customers/data_request", "customers/redact", "shop/redact"])(
  "%s is sent",
  async (topic) => {
    const order = await place();
    const answer = await control("POST", `shops/${SHOP}/app/compliance`, {
      topic,
      orderId: order.id,
    });
    expect(answer.status).toBe(202);
    await sandbox.deliveries.idle();
    const sent = app.requests.find(({ headers }) => headers["x-shopify-topic"] === topic);
    expect(JSON.parse(sent?.body ?? "")).toMatchObject({ shop_domain: SHOP });
    if (topic !== "shop/redact") expect(sent?.body).toContain(order.id);
  },
);

test("scopes change under living tokens; uninstalling tells the app and silences the shop", async () => {
  await control("POST", `shops/${SHOP}/app/scopes`, { scopes: ["read_orders"] });
  expect((await control("GET", `shops/${SHOP}`)).body).toMatchObject({
    app: { installed: true, scopes: ["read_orders"] },
  });
  await control("POST", `shops/${SHOP}/app/uninstall`);
  await place();
  expect(await topics()).toEqual(["app/scopes_update", "app/uninstalled"]);
  expect((await control("POST", `shops/${SHOP}/app/scopes`, { scopes: [] })).status).toBe(409);
  await control("POST", `shops/${SHOP}/app/install`);
});

test.each([
  ["GET", "shops/nobody", undefined, 404],
  ["POST", `shops/${SHOP}/orders/1/cancel`, {}, 404],
  ["POST", `shops/${SHOP}/orders`, { order: { lines: [] } }, 422],
  ["POST", `shops/${SHOP}/orders`, { order: { lines: [{ sku: "none", quantity: 1 }] } }, 409],
  ["POST", `shops/${SHOP}/orders`, { ordr: {} }, 422],
  ["POST", `shops/${SHOP}/fulfillment-orders/1/move`, { newLocationId: "1" }, 404],
  ["DELETE", "shops", undefined, 404],
  ["GET", "shops/%E0%A4%A", undefined, 400],
])("%s %s with %j is %i", async (method, path, body, status) => {
  expect((await control(method, path, body)).status).toBe(status);
});
