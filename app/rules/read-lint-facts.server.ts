import type { Tx } from "#app/db.server.ts";
import { inShop } from "#app/db.server.ts";
import type { Condition, LocationType, Ruleset } from "#app/routing/ruleset.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { readShopFormat } from "#app/shops/read-shop-format.server.ts";
import { countMatches } from "./count-matches.server.ts";
import type { LintFacts, LintLocation } from "./lint/lint-facts.ts";

/** How many of the last orders rules are held against in the editor. */
const LAST_ORDERS = 100;

/** What lint needs to know of the shop about the names and conditions of one ruleset. */
export async function readLintFacts(shop: ShopContext, ruleset: Ruleset): Promise<LintFacts> {
  const matches = await countMatches(shop, ruleset, LAST_ORDERS);
  return inShop(shop, async (tx) => {
    const { currency } = await readShopFormat(tx, shop);
    const locations = await readLocations(tx, shop);
    return { currency, locations, unusedValues: await findUnused(tx, shop, ruleset), matches };
  });
}

async function readLocations(tx: Tx, { shopId }: ShopContext): Promise<LintLocation[]> {
  const rows = await tx.location.findMany({
    where: { shopId, active: true, fulfillsOnlineOrders: true },
    select: { locationId: true, name: true, type: true, groups: true },
    orderBy: { locationId: "asc" },
  });
  return rows.map(({ locationId, name, type, groups }) => {
    return { id: locationId, name, type: type as LocationType, groups };
  });
}

type Field = "itemTags" | "skus" | "productTypes" | "vendors" | "collections" | OrderField;
type OrderField = "orderTags" | "customerTags" | "channels";

type FindUsed = (tx: Tx, shopId: string, values: string[]) => Promise<readonly { value: string }[]>;

/** For each field, which of some values the shop's items or orders carry. */
const USED: Readonly<Record<Field, FindUsed>> = {
  itemTags: (tx, shopId, values) => tx.$queryRaw`
    select named.value from unnest(${values}::text[]) as named(value) where exists (select from items
      where shop_id = ${shopId} and not deleted and tags @> array[named.value])`,
  collections: (tx, shopId, values) => tx.$queryRaw`
    select named.value from unnest(${values}::text[]) as named(value) where exists (select from items
      where shop_id = ${shopId} and not deleted and collections @> array[named.value])`,
  skus: (tx, shopId, values) => tx.$queryRaw`
    select distinct key as value from items
    where shop_id = ${shopId} and not deleted and key = any(${values}::text[])`,
  productTypes: (tx, shopId, values) => tx.$queryRaw`
    select distinct product_type as value from items
    where shop_id = ${shopId} and not deleted and product_type = any(${values}::text[])`,
  vendors: (tx, shopId, values) => tx.$queryRaw`
    select distinct vendor as value from items
    where shop_id = ${shopId} and not deleted and vendor = any(${values}::text[])`,
  orderTags: (tx, shopId, values) => tx.$queryRaw`
    select named.value from unnest(${values}::text[]) as named(value) where exists (select from orders
      where shop_id = ${shopId} and tags @> array[named.value])`,
  customerTags: (tx, shopId, values) => tx.$queryRaw`
    select named.value from unnest(${values}::text[]) as named(value) where exists (select from orders
      where shop_id = ${shopId} and customer_tags @> array[named.value])`,
  channels: (tx, shopId, values) => tx.$queryRaw`
    select named.value from unnest(${values}::text[]) as named(value) where exists (select from orders
      where shop_id = ${shopId} and channel = named.value)`,
};

/** The named values that nothing carries. An empty catalogue or order list says nothing about names. */
async function findUnused(tx: Tx, { shopId }: ShopContext, ruleset: Ruleset) {
  const hasItems = (await tx.item.findFirst({ where: { shopId } })) !== null;
  const hasOrders = (await tx.order.findFirst({ where: { shopId } })) !== null;
  const unused: Partial<Record<keyof Condition, readonly string[]>> = {};
  for (const field of Object.keys(USED) as Field[]) {
    const named = listNamed(ruleset, field);
    const isKnown = isOfOrders(field) ? hasOrders : hasItems;
    if (named.length === 0 || !isKnown) continue;
    const used = (await USED[field](tx, shopId, named)).map(({ value }) => value);
    unused[field] = named.filter((value) => !used.includes(value));
  }
  return unused;
}

function isOfOrders(field: Field): field is OrderField {
  return field === "orderTags" || field === "customerTags" || field === "channels";
}

function listNamed({ guardrails, lanes }: Ruleset, field: Field): string[] {
  const named = [...guardrails, ...lanes].flatMap(({ when }) => when?.[field] ?? []);
  return [...new Set(named)].sort();
}
