import "#test/setup/database.ts";
import { beforeAll, expect, test } from "vitest";
import { inShop } from "#app/db.server.ts";
import type { Ruleset } from "#app/routing/ruleset.ts";
import { countMatches } from "#app/rules/count-matches.server.ts";
import { countFitting } from "#app/rules/lint/lint-facts.ts";
import { lintRuleset } from "#app/rules/lint/lint-ruleset.ts";
import { readLintFacts } from "#app/rules/read-lint-facts.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { storeDecidedOrder, storeLocations } from "#test/builders/decided-order.ts";
import { installedShop } from "#test/builders/shop.ts";

const RULES: Ruleset = {
  guardrails: [
    { id: "fragile", when: { itemTags: ["fragile"] }, maxParcels: 1 },
    { id: "typo", when: { itemTags: ["fragil"], channels: ["ebey"] }, maxParcels: 1 },
    { id: "everyone", maxParcels: 3 },
  ],
  lanes: [
    { id: "ebay", when: { channels: ["ebay"] }, priorities: ["nearest"] },
    { id: "rest", priorities: ["lowest_cost"] },
  ],
  whenNothingFits: ["exception"],
};

let shop: ShopContext;
beforeAll(async () => {
  shop = await installedShop("matches.myshopify.com");
  await storeLocations(shop);
  for (const [at, sku] of ["F1", "G1", "F2"].entries()) {
    const channel = at === 0 ? "ebay" : "online_store";
    const world = { stock: [["1", sku, 5]], lines: [[sku, 1]], order: { channel } } as const;
    await storeDecidedOrder(shop, `100${at}`, world, { channel });
    await inShop(shop, (tx) =>
      tx.item.create({
        data: {
          ...{ shopId: shop.shopId, inventoryItemId: `i-${sku}`, key: sku, variantId: "1" },
          ...{ productId: "1", title: sku, tags: sku.startsWith("F") ? ["fragile"] : [] },
        },
      }),
    );
  }
});

test("each condition is held against the last orders as they were decided", async () => {
  const matches = await countMatches(shop, RULES, 100);
  expect(matches.orders).toBe(3);
  expect(Object.values(matches.fitting).map((orders) => orders.length)).toEqual([2, 0, 1]);
  expect((await countMatches(shop, RULES, 2)).orders).toBe(2);
});

test("facts name the values nobody uses, and lint says where they stand", async () => {
  const facts = await readLintFacts(shop, RULES);
  expect(facts.locations.map(({ name }) => name)).toEqual(["Denver", "Boulder", "Columbus DC"]);
  expect(facts.unusedValues).toEqual({ itemTags: ["fragil"], channels: ["ebey"] });
  expect(countFitting(facts, { channels: ["ebay"] })).toEqual({ fit: 1, of: 3 });
  expect(countFitting(facts, { channels: ["never counted"] })).toBeNull();
  const unused = lintRuleset(RULES, facts).filter(({ code }) => code === "unused_value");
  expect(unused.map(({ path }) => path)).toEqual([
    "guardrails[1].when.itemTags",
    "guardrails[1].when.channels",
  ]);
});

test("another shop's orders and names count nothing", async () => {
  const other = await installedShop("other-matches.myshopify.com");
  expect(await countMatches(other, RULES, 100)).toMatchObject({ orders: 0 });
  expect((await readLintFacts(other, RULES)).unusedValues).toEqual({});
});
