import { readFileSync } from "node:fs";
import { buildSchema, parse, validate } from "graphql";
import { describe, expect, it } from "vitest";
import * as catalog from "#app/shopify/documents/catalog.ts";
import * as fulfillmentOrders from "#app/shopify/documents/fulfillment-orders.ts";
import * as inventory from "#app/shopify/documents/inventory.ts";
import * as orders from "#app/shopify/documents/orders.ts";
import * as shop from "#app/shopify/documents/shop.ts";

const slice = new URL("../../sandbox/schema/admin-2026-10-slice.graphql", import.meta.url);
const schema = buildSchema(readFileSync(slice, "utf8"));

const { readLevels, ...fixed } = {
  ...catalog,
  ...fulfillmentOrders,
  ...inventory,
  ...orders,
  ...shop,
};
const documents = { ...fixed, readOneLevel: readLevels(1), readHundredLevels: readLevels(100) };

describe("every document sent to Shopify", () => {
  it.each(Object.entries(documents))("%s is valid in 2026-10", (_, text) => {
    expect(validate(schema, parse(text)).map((error) => error.message)).toEqual([]);
  });

  it.each(Object.entries(documents).filter(([name]) => !name.startsWith("bulk")))(
    "%s names its operation, so that its cost can be learned",
    (_, text) => {
      const names = parse(text).definitions.map((definition) =>
        definition.kind === "OperationDefinition" ? definition.name?.value : "fragment",
      );
      expect(names).toEqual([expect.stringMatching(/^[A-Z]\w+$/)]);
    },
  );

  it("no two operations share a name", () => {
    const names = Object.values(documents).map(
      (text) => /(?:query|mutation) (\w+)/.exec(text)?.[1],
    );
    const named = names.filter((name) => name !== undefined);
    expect(new Set(named).size).toBe(named.length);
  });
});
