import { expect, test } from "vitest";
import { placeOrder } from "#sandbox/orders/place-order.ts";
import { ask, gid, only, testShop } from "./admin-client.ts";

interface Page {
  nodes: { name: string; id: string }[];
  edges: { cursor: string }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string };
}

const LIST = `query($first: Int, $last: Int, $after: String, $before: String, $query: String,
    $reverse: Boolean, $key: OrderSortKeys) {
  orders(first: $first, last: $last, after: $after, before: $before, query: $query,
      reverse: $reverse, sortKey: $key) {
    nodes { id name } edges { cursor }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;

function sevenOrders() {
  const { shop, clock } = testShop();
  const orders = Array.from({ length: 7 }, (_, index) => {
    clock.advance(60);
    return placeOrder(shop, {
      lines: [{ sku: index % 2 === 0 ? "SCK-M" : "MUG-WHITE", quantity: 1 }],
      tags: index === 3 ? ["gift"] : [],
    });
  });
  const names = async (variables: Record<string, unknown>) =>
    (await ask<Page>(shop, LIST, { first: 10, ...variables })).nodes.map(({ name }) => name);
  return { shop, orders, names };
}

test("pages join up forwards and backwards, with no order lost or seen twice", async () => {
  const { shop } = sevenOrders();
  const seen: string[] = [];
  let after: string | null = null;
  for (;;) {
    const page: Page = await ask<Page>(shop, LIST, { first: 3, after });
    seen.push(...page.nodes.map(({ name }) => name));
    expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
    if (!page.pageInfo.hasNextPage) break;
    after = page.pageInfo.endCursor;
  }
  expect(seen).toEqual(["#1001", "#1002", "#1003", "#1004", "#1005", "#1006", "#1007"]);
  const last = await ask<Page>(shop, LIST, { last: 2 });
  expect(last.nodes.map(({ name }) => name)).toEqual(["#1006", "#1007"]);
  const before = await ask<Page>(shop, LIST, { last: 2, before: only(last.edges).cursor });
  expect(before.nodes.map(({ name }) => name)).toEqual(["#1004", "#1005"]);
});

test("an order placed between two pages neither hides nor repeats another", async () => {
  const { shop } = sevenOrders();
  const first = await ask<Page>(shop, LIST, { first: 3, reverse: true });
  placeOrder(shop, { lines: [{ sku: "SCK-M", quantity: 1 }] });
  const second = await ask<Page>(shop, LIST, {
    first: 3,
    reverse: true,
    after: first.pageInfo.endCursor,
  });
  expect(second.nodes.map(({ name }) => name)).toEqual(["#1004", "#1003", "#1002"]);
});

test("filters: dates, ids beyond 2^53, tags, SKU, negation, OR", async () => {
  const { orders, names } = sevenOrders();
  const [, second, third] = orders;
  expect(await names({ query: `id:${second?.id ?? ""}` })).toEqual(["#1002"]);
  expect(await names({ query: `id:>${third?.id ?? ""} AND sku:MUG-WHITE` })).toEqual([
    "#1004",
    "#1006",
  ]);
  expect(await names({ query: "updated_at:>='2026-11-21T15:26:30Z'" })).toEqual(["#1006", "#1007"]);
  expect(await names({ query: "tag:gift OR name:#1001" })).toEqual(["#1001", "#1004"]);
  expect(await names({ query: "-sku:SCK-M" })).toEqual(["#1002", "#1004", "#1006"]);
  expect(
    await names({ query: "fulfillment_status:unshipped status:open", key: "UPDATED_AT" }),
  ).toHaveLength(7);
});

test("fulfillment orders are found by location and status, closed ones only on request", async () => {
  const { shop, orders } = sevenOrders();
  const made = shop.fulfillmentOrders.get(only(orders[0]?.fulfillmentOrderIds ?? []));
  const count = async (query: string, includeClosed: boolean) =>
    (
      await ask<{ nodes: unknown[] }>(
        shop,
        `query($q: String, $c: Boolean) { fulfillmentOrders(first: 50, query: $q, includeClosed: $c, sortKey: UPDATED_AT) { nodes { id } } }`,
        { q: query, c: includeClosed },
      )
    ).nodes.length;
  const here = [...shop.fulfillmentOrders.values()].filter(
    ({ locationId }) => locationId === made?.locationId,
  ).length;
  expect(await count(`assigned_location_id:${made?.locationId ?? ""}`, false)).toBe(here);
  expect(await count("status:closed", true)).toBe(0);
  if (made !== undefined) made.status = "closed";
  expect(await count("status:closed", true)).toBe(1);
  expect(await count("status:closed", false)).toBe(0);
});

test("node finds anything by its gid", async () => {
  const { shop, orders } = sevenOrders();
  const id = gid("Order", orders[0]?.id ?? "");
  const found = await ask(
    shop,
    `query($id: ID!) { node(id: $id) { __typename id ... on Order { name } } }`,
    { id },
  );
  expect(found).toEqual({ __typename: "Order", id, name: "#1001" });
});

test("orders of 61 days ago need read_all_orders", async () => {
  const { shop, clock } = testShop();
  const order = placeOrder(shop, { lines: [{ sku: "SCK-M", quantity: 1 }] });
  clock.advance(61 * 86_400);
  const read = `query($id: ID!) { order(id: $id) { id } }`;
  expect(await ask(shop, read, { id: gid("Order", order.id) })).toBeNull();
});
