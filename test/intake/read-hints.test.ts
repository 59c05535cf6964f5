import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseJson } from "#app/intake/parse-json.ts";
import { handledTopics, readHints } from "#app/intake/read-hints.ts";

/** Shopify's sample of this topic has null for every id. */
const namesNothing = "orders/risk_assessment_changed";
const samplePath = (topic: string) => `sandbox/schema/webhooks/${topic.replace("/", "_")}.json`;

describe("readHints", () => {
  const sampled = handledTopics.filter((topic) => existsSync(samplePath(topic)));

  it("has Shopify's sample of most topics to test against", () => {
    expect(sampled.length).toBeGreaterThan(30);
  });

  it.each(sampled.filter((topic) => topic !== namesNothing))(
    "understands Shopify's sample of %s",
    (topic) => {
      const hints = readHints(topic, parseJson(readFileSync(samplePath(topic), "utf8")));
      expect(hints.length).toBeGreaterThan(0);
      const ids = hints.flatMap((hint) =>
        Object.entries(hint).filter(([key]) => key.endsWith("Id")),
      );
      for (const [, id] of ids) expect(id).toMatch(/^\d+$/);
    },
  );

  it("refuses an event that names nothing, and takes it once it does", () => {
    const sample = parseJson(readFileSync(samplePath(namesNothing), "utf8")) as object;
    expect(() => readHints(namesNothing, sample)).toThrow();
    const named = { ...sample, admin_graphql_api_order_id: "gid://shopify/Order/9" };
    expect(readHints(namesNothing, named)).toEqual([
      { kind: "order", orderId: "9", reason: "risk assessed" },
    ]);
  });

  it("names both fulfillment orders of a move", () => {
    const body = {
      original_fulfillment_order: { id: "gid://shopify/FulfillmentOrder/1" },
      moved_fulfillment_order: { id: "gid://shopify/FulfillmentOrder/2" },
    };
    expect(readHints("fulfillment_orders/moved", body)).toEqual([
      { kind: "fulfillment_order", fulfillmentOrderId: "1", reason: "moved in Shopify" },
      { kind: "fulfillment_order", fulfillmentOrderId: "2", reason: "moved in Shopify" },
    ]);
  });

  it.each([
    ["orders/create", {}],
    ["orders/create", null],
    ["orders/create", { id: "gid://shopify/Order/" }],
    ["fulfillment_orders/order_routing_complete", { fulfillment_order: null }],
    ["inventory_levels/update", { inventory_item_id: 1, location_id: 2, available: "many" }],
    ["fulfillment_orders/merged", []],
    ["carts/create", { id: 1 }],
  ])("refuses %s with %j", (topic, body) => {
    expect(() => readHints(topic, body)).toThrow();
  });
});

describe("parseJson", () => {
  it("keeps every digit of ids beyond 2^53, bare or in a gid", () => {
    const text = '{"id":9007199254740993123,"line":{"id":12},"price":1.50,"big":1e30}';
    expect(parseJson(text)).toEqual({
      id: "9007199254740993123",
      line: { id: 12 },
      price: 1.5,
      big: 1e30,
    });
    expect(readHints("orders/updated", parseJson(text))).toEqual([
      { kind: "order", orderId: "9007199254740993123", reason: "order changed" },
    ]);
  });
});
