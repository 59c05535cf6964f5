import { expect, test } from "vitest";
import { placeOrder } from "#sandbox/orders/place-order.ts";
import { gid, only, send, testShop } from "./admin-client.ts";
import { MOVE } from "./fulfillment-order-mutations.ts";

/** Worked by hand from the formula of Shopify's contract. */
test.each([
  ["{ shop { name currencyCode } }", 1],
  ["{ orders(first: 1) { nodes { id } } }", 2 + 1 * 1],
  ["{ orders(first: 5) { nodes { id } } }", 2 + 3 * 1],
  ["{ orders(first: 10) { nodes { id } } }", 2 + 4 * 1],
  ["{ orders(first: 20) { nodes { id } } }", 2 + 5 * 1],
  ["{ orders(first: 50) { nodes { id } } }", 2 + 7 * 1],
  ["{ orders(first: 100) { nodes { id } } }", 2 + 9 * 1],
  ["{ orders(first: 250) { nodes { id } } }", 2 + 11 * 1],
  ["{ orders(first: 250) { edges { cursor node { id } } pageInfo { hasNextPage } } }", 2 + 11],
  ["{ orders(first: 10) { nodes { id totalPriceSet { shopMoney { amount } } } } }", 2 + 4],
  ["{ orders(first: 10) { nodes { lineItems(first: 5) { nodes { id } } } } }", 2 + 4 * (1 + 5)],
  ["{ ordersCount { count } }", 10],
])("%s asks for %i points", async (query, points) => {
  const { shop } = testShop();
  const body = await send(shop, query);
  expect(body.extensions?.cost.requestedQueryCost).toBe(points);
});

test("a page size in a variable counts, and the answer costs what came back", async () => {
  const { shop } = testShop();
  for (let made = 0; made < 5; made += 1)
    placeOrder(shop, { lines: [{ sku: "SCK-M", quantity: 1 }] });
  const body = await send(shop, `query($n: Int) { orders(first: $n) { nodes { id } } }`, {
    n: 100,
  });
  expect(body.extensions?.cost).toMatchObject({ requestedQueryCost: 11, actualQueryCost: 5 });
});

test("a mutation costs 10 and the children of its payload's objects", async () => {
  const { shop } = testShop();
  const order = placeOrder(shop, { lines: [{ sku: "SCK-M", quantity: 1 }] });
  const id = gid("FulfillmentOrder", only(order.fulfillmentOrderIds));
  const body = await send(
    shop,
    `mutation($id: ID!) { fulfillmentOrderOpen(id: $id) {
      fulfillmentOrder { id assignedLocation { location { id } } } userErrors { message } } }`,
    { id },
  );
  expect(body.extensions?.cost).toMatchObject({ requestedQueryCost: 12, actualQueryCost: 10 });
  const move = await send(shop, MOVE, { id, to: gid("Location", "1") });
  const perFulfillmentOrder = 1 + 1 + 1 + (2 + 5 * (1 + 1));
  expect(move.extensions?.cost.requestedQueryCost).toBe(10 + 2 * perFulfillmentOrder);
});

test("one query may ask for at most 1,000 points", async () => {
  const { shop } = testShop();
  const body = await send(
    shop,
    `{ orders(first: 250) { nodes { lineItems(first: 250) { nodes {
      variant { inventoryItem { inventoryLevels(first: 250) { nodes { id } } } } } } } } }`,
  );
  expect(body.errors?.[0]?.extensions).toMatchObject({
    code: "MAX_COST_EXCEEDED",
    cost: 2 + 11 * (1 + 2 + 11 * (1 + 1 + 1 + 2 + 11)),
    maxCost: 1000,
  });
  expect(body).not.toHaveProperty("data");
  expect(body).not.toHaveProperty("extensions");
});

test("the bucket admits on requested, charges actual, throttles and refills by the shop's clock", async () => {
  const { shop, clock } = testShop({ plan: "standard" });
  const query = `{ orders(first: 250) { nodes { lineItems(first: 250) { nodes { id } } } } }`;
  const requested = 2 + 11 * (1 + 2 + 11);
  const first = await send(shop, query);
  expect(first.extensions?.cost).toEqual({
    requestedQueryCost: requested,
    actualQueryCost: 2,
    throttleStatus: { maximumAvailable: 2000, currentlyAvailable: 1998, restoreRate: 100 },
  });
  const drain = `{ ${Array.from({ length: 95 }, (_, index) => `c${index}: ordersCount { count }`).join(" ")} }`;
  await send(shop, drain);
  await send(shop, drain);
  const throttled = await send(shop, query);
  expect(throttled).toEqual({
    errors: [
      {
        message: "Throttled",
        extensions: {
          code: "THROTTLED",
          documentation: "https://shopify.dev/api/usage/rate-limits",
        },
      },
    ],
    extensions: {
      cost: {
        requestedQueryCost: requested,
        actualQueryCost: null,
        throttleStatus: { maximumAvailable: 2000, currentlyAvailable: 98, restoreRate: 100 },
      },
    },
  });
  clock.advance(1);
  expect((await send(shop, query)).extensions?.cost.actualQueryCost).toBe(2);
});
