import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { only, testShop } from "./admin-client.ts";
import { breaches, type JsonSchema } from "./json-schema.ts";
import { STEPS, world } from "./webhook-steps.ts";

/**
 * Where our payloads say more or less than one published sample did: the schemas were derived from
 * single samples, so what a sample left null or empty is fixed as such in them.
 */
const SAMPLE_ONLY: RegExp[] = [
  // Shopify's contract: null for whole holds and ordinary splits; the sample shows an object.
  /^\$\.(remaining|replacement)_fulfillment_order: null/,
  // Held or reported by a person, or an app: the sample shows both at once.
  /(held_by_app|by_app|by_user): null/,
  // A sample that left these null; ours name real things.
  /: (string|integer|number|boolean|array|object) instead of null$/,
  // A weight in pounds; the sample weighs nothing, a whole number.
  /^\$\.weight_value: number instead of integer/,
  // The sample left these out, or had another delivery of the same object.
  /: null instead of (string|object|number|integer|boolean)/,
];

function schemaOf(topic: string): JsonSchema {
  const file = new URL(
    `../../../sandbox/schema/webhooks/schemas/${topic.replace("/", "_")}.json`,
    import.meta.url,
  );
  if (!existsSync(file)) throw new Error(`No published schema for ${topic}`);
  return JSON.parse(readFileSync(file, "utf8")) as JsonSchema;
}

test.each(STEPS)("$topic fires and fits Shopify's published schema", ({ topic, act }) => {
  const here = world();
  act(here);
  const found = here.events.filter((event) => event.topic === topic);
  expect(found.length).toBeGreaterThan(0);
  const schema = schemaOf(topic);
  for (const { body } of found) {
    const faults = breaches(schema, JSON.parse(body)).filter(
      (fault) => !SAMPLE_ONLY.some((pattern) => pattern.test(fault)),
    );
    expect(faults).toEqual([]);
  }
});

test("integers beyond 2^53 stand exactly in the payload's text", () => {
  const { events, order, shop } = world();
  const created = only(events.filter(({ topic }) => topic === "orders/create"));
  expect(Number.isSafeInteger(Number(order.id))).toBe(false);
  expect(created.body).toContain(`"id":${order.id},`);
  expect(created.body).toContain(`"id":${only(order.lineItemIds)},`);
  const level = only(events.filter(({ topic }) => topic === "inventory_levels/update"));
  const itemId = shop.variantsBySku.get("SCK-M")?.inventoryItemId ?? "";
  expect(level.body).toContain(`"inventory_item_id":${itemId},`);
});

test("ids of different shops never meet", () => {
  const [one, other] = ["one", "two"].map(
    (name) => testShop({ domain: `${name}.myshopify.com` }).shop,
  );
  const ids = new Set(one?.variants.keys());
  expect([...(other?.variants.keys() ?? [])].some((id) => ids.has(id))).toBe(false);
});
