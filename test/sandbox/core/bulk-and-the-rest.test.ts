import { expect, test } from "vitest";
import { ledgerOf } from "#sandbox/ledger.ts";
import { placeOrder } from "#sandbox/orders/place-order.ts";
import { nextSampleOrder } from "#sandbox/orders/sample-orders.ts";
import { settleJobs } from "#sandbox/shop/jobs.ts";
import { seededRandom } from "#sandbox/shop/random.ts";
import { ask, gid, locationNamed, only, testShop } from "./admin-client.ts";
import { MOVE, type UserErrorNode } from "./fulfillment-order-mutations.ts";

const BULK = `mutation($query: String!) { bulkOperationRunQuery(query: $query) {
  bulkOperation { id status } userErrors { field message code } } }`;

interface BulkPayload {
  bulkOperation: { id: string; status: string } | null;
  userErrors: UserErrorNode[];
}

test("a bulk query gives every row, children under their parent's id, and tells when done", async () => {
  const { shop, events } = testShop();
  const query = `{ inventoryItems { edges { node { id sku
    inventoryLevels { edges { node { id location { id } quantities(names: ["available"]) { quantity } } } } } } } }`;
  const { bulkOperation } = await ask<BulkPayload>(shop, BULK, { query });
  expect(bulkOperation?.status).toBe("CREATED");
  settleJobs(shop);
  const done = await ask<{ status: string; url: string; objectCount: string }>(
    shop,
    `query($id: ID!) { bulkOperation(id: $id) { status url objectCount rootObjectCount fileSize errorCode } }`,
    { id: bulkOperation?.id },
  );
  const rows = (shop.bulkResults.get(done.url) ?? "")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as { id: string; sku?: string; __parentId?: string });
  const levels = [...shop.levels.values()].reduce((sum, byLocation) => sum + byLocation.size, 0);
  expect(done).toMatchObject({
    status: "COMPLETED",
    objectCount: String(shop.inventoryItems.size + levels),
    rootObjectCount: String(shop.inventoryItems.size),
    errorCode: null,
  });
  expect(rows).toHaveLength(shop.inventoryItems.size + levels);
  const parents = new Set(rows.filter(({ sku }) => sku !== undefined).map(({ id }) => id));
  const children = rows.filter(({ sku }) => sku === undefined);
  expect(children.every(({ __parentId }) => parents.has(__parentId ?? ""))).toBe(true);
  const finished = only(events.filter(({ topic }) => topic === "bulk_operations/finish"));
  expect(JSON.parse(finished.body)).toMatchObject({
    admin_graphql_api_id: bulkOperation?.id,
    status: "completed",
    type: "query",
  });
});

test("what hangs on an object of a bulk row has the row as parent, and leaves the object", async () => {
  const { shop } = testShop();
  const query = `{ productVariants { edges { node { id product { id title
    collections { edges { node { id title } } } } } } } }`;
  await ask<BulkPayload>(shop, BULK, { query });
  settleJobs(shop);
  const rows = (only(shop.bulkResults.values()) ?? "")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  const jacket = shop.variantsBySku.get("JKT-S");
  const id = gid("ProductVariant", jacket?.id ?? "");
  const product = { id: gid("Product", jacket?.productId ?? ""), title: "Alpine Shell Jacket" };
  const at = rows.findIndex((row) => row["id"] === id);
  expect(rows.slice(at, at + 3)).toEqual([
    { id, product },
    {
      id: expect.stringContaining("/Collection/") as string,
      title: "New arrivals",
      __parentId: id,
    },
    { id: expect.stringContaining("/Collection/") as string, title: "Winter", __parentId: id },
  ]);
});

test.each([
  ["without a connection", "{ shop { name } }"],
  [
    "from items to the collections of their product",
    "{ inventoryItems { edges { node { id variants { edges { node { id product { id collections { edges { node { id } } } } } } } } } } }",
  ],
  [
    "three connections deep",
    "{ orders { edges { node { id lineItems { edges { node { id variant { id product { id variants { edges { node { id } } } } } } } } } } } }",
  ],
  ["with an unknown field", "{ orders { edges { node { nope } } } }"],
])("a bulk query %s is INVALID", async (_, query) => {
  const { shop } = testShop();
  const payload = await ask<BulkPayload>(shop, BULK, { query });
  expect(payload.userErrors[0]?.code).toBe("INVALID");
});

test("the log keeps every mutation with a digest of what it asked, so repeats show", async () => {
  const { shop } = testShop();
  const order = placeOrder(shop, { lines: [{ sku: "SCK-M", quantity: 1 }] });
  const id = gid("FulfillmentOrder", only(order.fulfillmentOrderIds));
  const current = shop.fulfillmentOrders.get(only(order.fulfillmentOrderIds))?.locationId;
  const other = only([...shop.locations.keys()].filter((location) => location !== current));
  await ask(shop, MOVE, { id, to: gid("Location", other) });
  await ask(shop, MOVE, { id, to: gid("Location", other) });
  const [first, second] = shop.mutationLog;
  expect([first?.outcome, second?.outcome]).toEqual(["committed", "refused"]);
  expect(second?.argumentsDigest).toBe(first?.argumentsDigest);
  expect(ledgerOf(shop).mutationCounts).toEqual({ fulfillmentOrderMove: 1 });
});

test("tags and metafields are written and read back; a stale digest writes nothing", async () => {
  const { shop, events } = testShop();
  const order = placeOrder(shop, { lines: [{ sku: "SCK-M", quantity: 1 }], tags: ["b"] });
  events.length = 0;
  const id = gid("Order", order.id);
  const tag = `mutation($id: ID!, $tags: [String!]!) { tagsAdd(id: $id, tags: $tags) { node { id } userErrors { message } } }`;
  await ask(shop, tag, { id, tags: ["a", "b"] });
  expect(order.tags).toEqual(["a", "b"]);
  await ask(shop, tag, { id, tags: ["a"] });
  expect(events.map(({ topic }) => topic)).toEqual(["orders/updated"]);
  const set = `mutation($metafields: [MetafieldsSetInput!]!) { metafieldsSet(metafields: $metafields) {
    metafields { namespace key value compareDigest } userErrors { code } } }`;
  const hours = {
    ownerId: gid("Location", locationNamed(shop, "Denver Store")),
    ...{ namespace: "$app", key: "hours", type: "single_line_text_field" },
  };
  const written = await ask<{ metafields: { compareDigest: string }[] }>(shop, set, {
    metafields: [{ ...hours, value: "9-17" }],
  });
  const stale = await ask<{ metafields: null; userErrors: UserErrorNode[] }>(shop, set, {
    metafields: [{ ...hours, value: "10-18", compareDigest: "old" }],
  });
  expect(stale).toEqual({ metafields: null, userErrors: [{ code: "STALE_OBJECT" }] });
  const { compareDigest } = only(written.metafields);
  await ask(shop, set, { metafields: [{ ...hours, value: "10-18", compareDigest }] });
  const read = await ask(
    shop,
    `query($id: ID!) { location(id: $id) { metafield(namespace: "$app", key: "hours") { value } } }`,
    { id: hours.ownerId },
  );
  expect(read).toEqual({ metafield: { value: "10-18" } });
});

test("webhook subscriptions made through the API are listed, and not made twice", async () => {
  const { shop } = testShop();
  const create = `mutation($uri: String!) { webhookSubscriptionCreate(topic: ORDERS_CREATE, webhookSubscription: {uri: $uri}) {
    webhookSubscription { id topic uri } userErrors { field message } } }`;
  const uri = "https://app.example.com/webhooks";
  const made = await ask<{ userErrors: unknown[] }>(shop, create, { uri });
  expect(made.userErrors).toEqual([]);
  const twice = await ask<{ userErrors: UserErrorNode[] }>(shop, create, { uri });
  expect(twice.userErrors[0]?.message).toBe("Address for this topic has already been taken");
  const listed = await ask(
    shop,
    `{ webhookSubscriptions(first: 5) { nodes { topic uri apiVersion { handle } } } }`,
  );
  expect(listed).toEqual({
    nodes: [{ topic: "ORDERS_CREATE", uri, apiVersion: { handle: "2026-10" } }],
  });
});

test("the same seed gives the same shop and the same customers", () => {
  const [one, same, other] = [1, 1, 2].map((seed) => testShop({ seed }).shop);
  const stock = (shop: typeof one) =>
    shop === undefined ? [] : ledgerOf(shop).stock.map(({ available }) => available);
  expect(stock(one)).toEqual(stock(same));
  expect(stock(one)).not.toEqual(stock(other));
  const baskets = (shop: typeof one) => {
    const random = seededRandom(7);
    return shop === undefined
      ? []
      : Array.from({ length: 50 }, () => nextSampleOrder(shop, random));
  };
  expect(baskets(one)).toEqual(baskets(same));
  expect(new Set(baskets(one).map(({ deliveryMethod }) => deliveryMethod)).size).toBe(2);
});

test("a sample of another size has its locations, catalogue and the first eight cities", () => {
  const { shop } = testShop({ sample: { locations: 60, catalogueCopies: 10 } });
  expect(shop.locations.size).toBe(60);
  expect(shop.variantsBySku.size).toBe(610);
  expect([...shop.locations.values()].map(({ name }) => name)).toContain("Boulder Store");
});
