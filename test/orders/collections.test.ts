import "#test/setup/database.ts";
import { beforeAll, expect, test } from "vitest";
import { inShop } from "#app/db.server.ts";
import { syncProducts } from "#app/inventory/sync-products.server.ts";
import type { Ruleset } from "#app/routing/ruleset.ts";
import type { Item } from "#app/routing/snapshot.ts";
import { defaultRuleset } from "#app/rules/default-ruleset.ts";
import { publishRules } from "#app/rules/publish-rules.server.ts";
import { readKnownValues } from "#app/rules/read-known-values.server.ts";
import { readLintFacts } from "#app/rules/read-lint-facts.server.ts";
import { updateProduct } from "#sandbox/products/update-product.ts";
import type { RoutedShop } from "./routed-shop.ts";
import { openRoutedShop } from "./routed-shop.ts";

const DENVER = "Denver Store";
const COLUMBUS = "Columbus Warehouse";
const socks = "SCK-M";
const poles = "POL-SHORT";

let world: RoutedShop;
let rules: Ruleset;
beforeAll(async () => {
  world = await openRoutedShop();
  const notFromDenver = {
    id: "winter goods stay out of Denver",
    when: { collections: ["Winter"] },
    neverFrom: { ids: [world.locations[DENVER]!] },
  };
  rules = { ...defaultRuleset, guardrails: [notFromDenver] };
  await inShop(world.shop, (tx) =>
    publishRules(tx, world.shop, { version: 2, ruleset: rules, disabled: [], comment: "" }),
  );
});

/** Where one unit goes that Denver, the nearest, and Columbus both have. */
async function whereItGoes(sku: string): Promise<{ at: string[]; items: readonly Item[] }> {
  await world.stock({ [sku]: { [DENVER]: 5, [COLUMBUS]: 5 } });
  const orderId = world.buy({ lines: [{ sku, quantity: 1 }] });
  await world.mirror();
  await world.hear(orderId);
  const decision = await inShop(world.shop, (tx) =>
    tx.decision.findFirstOrThrow({ where: { orderId, supersededAt: null } }),
  );
  const { items } = decision.snapshot as unknown as { items: readonly Item[] };
  return { at: world.whereIs(orderId), items };
}

test("a guardrail binds what is in its collection, and nothing else", async () => {
  const winter = await whereItGoes(socks);
  expect(winter.items).toMatchObject([{ sku: socks, collections: ["Winter"] }]);
  expect(winter.at).toEqual([`${COLUMBUS} x1`]);
  const other = await whereItGoes(poles);
  expect(other.items[0]).not.toHaveProperty("collections");
  expect(other.at).toEqual([`${DENVER} x1`]);
});

test("a product that leaves the collection is free from its next reading on", async () => {
  const productId = world.state.variantsBySku.get(socks)!.productId;
  updateProduct(world.state, productId, { collections: ["Sale"] });
  expect((await whereItGoes(socks)).at).toEqual([`${COLUMBUS} x1`]);
  await syncProducts({ shopId: world.shop.shopId, productIds: [productId] });
  expect((await whereItGoes(socks)).at).toEqual([`${DENVER} x1`]);
});

test("the editor offers the titles, and lint names one that no product is in", async () => {
  const known = await inShop(world.shop, (tx) => readKnownValues(tx, world.shop));
  expect(known["collections"]).toEqual(["New arrivals", "Sale", "Winter"]);
  const [guardrail] = rules.guardrails;
  const typo = { ...guardrail!, when: { collections: ["Winter", "Wintre"] } };
  const facts = await readLintFacts(world.shop, { ...rules, guardrails: [typo] });
  expect(facts.unusedValues.collections).toEqual(["Wintre"]);
});
