import { expect, test } from "vitest";
import { executeAdminGraphql } from "#sandbox/graphql/execute.ts";
import { placeOrder } from "#sandbox/orders/place-order.ts";
import { APP, gid, only, send, testShop } from "./admin-client.ts";

test.each([
  [
    "an unknown field",
    `query Q { shop { nonsense } }`,
    "Field 'nonsense' doesn't exist on type 'Shop'",
    "undefinedField",
    ["query Q", "shop", "nonsense"],
  ],
  [
    "code on a plain UserError",
    `mutation M { fulfillmentOrderOpen(id: "gid://shopify/FulfillmentOrder/1") { userErrors { code } } }`,
    "Field 'code' doesn't exist on type 'UserError'",
    "undefinedField",
    ["mutation M", "fulfillmentOrderOpen", "userErrors", "code"],
  ],
  [
    "an unknown argument",
    `query Q { order(id: "gid://shopify/Order/1", nope: 1) { id } }`,
    "Field 'order' doesn't accept argument 'nope'",
    "argumentNotAccepted",
    ["query Q", "order", "nope"],
  ],
  [
    "a missing argument",
    `query Q { order { id } }`,
    "Field 'order' is missing required arguments: id",
    "missingRequiredArguments",
    ["query Q", "order"],
  ],
  [
    "an unused variable",
    `query Q($x: Int) { shop { id } }`,
    "Variable $x is declared by Q but not used",
    "variableNotUsed",
    ["query Q"],
  ],
  [
    "an unknown directive",
    `query Q { shop { id @nope } }`,
    "Directive @nope is not defined",
    "undefinedDirective",
    ["query Q", "shop", "id"],
  ],
  [
    "a missing attribute of an input",
    `mutation M { orderUpdate(input: {note: "x"}) { userErrors { message } } }`,
    "Argument 'id' on InputObject 'OrderInput' is required. Expected type ID!",
    "missingRequiredInputObjectAttribute",
    ["mutation M", "orderUpdate", "input"],
  ],
  [
    "a literal of the wrong type",
    `query Q { orders(first: "two") { nodes { id } } }`,
    `Argument 'first' on Field 'orders' has an invalid value ("two"). Expected type 'Int'.`,
    "argumentLiteralsIncompatible",
    ["query Q", "orders", "first"],
  ],
])("%s fails statically, without data or cost", async (_, query, message, code, path) => {
  const { shop } = testShop();
  const body = await send(shop, query);
  expect(body.errors?.[0]).toMatchObject({ message, path, extensions: { code } });
  expect(body).not.toHaveProperty("data");
  expect(body).not.toHaveProperty("extensions");
});

test("a malformed gid in a variable is an INVALID_VARIABLE", async () => {
  const { shop } = testShop();
  const body = await send(shop, `query($id: ID!) { order(id: $id) { id } }`, { id: "x" });
  expect(body.errors?.[0]).toMatchObject({
    message: "Variable $id of type ID! was provided invalid value",
    extensions: {
      code: "INVALID_VARIABLE",
      value: "x",
      problems: [{ path: [], explanation: "Invalid global id 'x'" }],
    },
  });
});

test("a missing variable is an INVALID_VARIABLE", async () => {
  const { shop } = testShop();
  const body = await send(shop, `query($id: ID!) { order(id: $id) { id } }`);
  expect(body.errors?.[0]?.extensions).toMatchObject({
    code: "INVALID_VARIABLE",
    value: null,
    problems: [{ explanation: "Expected value to not be null" }],
  });
});

test.each(["gid://shopify/Product/1", "gid://shopify/FulfillmentOrder/0"])(
  "%s is no fulfillment order's id",
  async (id) => {
    const { shop } = testShop();
    const body = await send(shop, `query($id: ID!) { fulfillmentOrder(id: $id) { id } }`, { id });
    expect(body.errors?.[0]).toMatchObject({
      message: `Invalid id: ${id}`,
      extensions: { code: "RESOURCE_NOT_FOUND" },
    });
    expect(body.data).toEqual({ fulfillmentOrder: null });
  },
);

test.each([
  ["", "you must provide one of first or last"],
  ["(first: 1, last: 1)", "providing both first and last is not supported"],
])("a connection with size %s is a BAD_REQUEST", async (size, message) => {
  const { shop } = testShop();
  const body = await send(shop, `{ orders${size} { nodes { id } } }`);
  expect(body.errors?.[0]).toMatchObject({ message, extensions: { code: "BAD_REQUEST" } });
});

test("without a scope the field is null and the rest is answered", async () => {
  const { shop } = testShop();
  const access = { ...APP, scopes: ["read_orders"] };
  const body = await send(
    shop,
    `{ shop { name } inventoryProperties { quantityNames { name } } locations(first: 1) { nodes { id } } }`,
    {},
    access,
  );
  expect(body.errors?.map(({ extensions }) => extensions?.["code"])).toContain("ACCESS_DENIED");
});

test("fulfillment orders outside the granted scopes are silently absent", async () => {
  const { shop } = testShop();
  const order = placeOrder(shop, { lines: [{ sku: "SCK-M", quantity: 1 }] });
  const access = { ...APP, scopes: ["read_orders", "read_third_party_fulfillment_orders"] };
  const body = await send(
    shop,
    `query($id: ID!) { order(id: $id) { fulfillmentOrders(first: 5) { nodes { id } } } }`,
    { id: gid("Order", order.id) },
    access,
  );
  expect(body.errors).toBeUndefined();
  expect(body.data).toEqual({ order: { fulfillmentOrders: { nodes: [] } } });
});

test("what the sandbox does not imitate is refused by name before anything is done", async () => {
  const { shop } = testShop();
  const order = placeOrder(shop, { lines: [{ sku: "SCK-M", quantity: 1 }] });
  const body = await send(
    shop,
    `mutation($id: ID!) {
      tagsAdd(id: $id, tags: ["x"]) { userErrors { message } node { id ... on Order { billingAddress { city } } } }
    }`,
    { id: gid("Order", order.id) },
  );
  expect(body.errors?.[0]?.message).toBe("The sandbox does not implement Order.billingAddress");
  expect(order.tags).toEqual([]);
  const filtered = await send(
    shop,
    `{ orders(first: 1, query: "moon_phase:full") { nodes { id } } }`,
  );
  expect(filtered.errors?.[0]?.message).toBe(
    'The sandbox does not implement the search filter "moon_phase"',
  );
});

test("an assigned fulfillment order belongs to a service, which this app is not", async () => {
  const { shop } = testShop();
  const body = await send(shop, `{ assignedFulfillmentOrders(first: 1) { nodes { id } } }`);
  expect(only(body.errors ?? []).message).toBe(
    "The api_client is not associated with any fulfillment service.",
  );
  expect(body.data).toBeNull();
});

test("every answer is HTTP 200", async () => {
  const { shop } = testShop();
  for (const query of ["{ shop { id } }", "{ nope }", "not graphql"]) {
    expect((await executeAdminGraphql(shop, { query }, APP)).status).toBe(200);
  }
});
