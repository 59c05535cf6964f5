import type { Tx } from "#app/db.server.ts";
import { Prisma } from "#app/generated/prisma/client.ts";
import type { ShopContext } from "#app/shop-context.ts";

/** Values the shop already uses, by the field of a condition (or `groups`) they can be given to. */
export type KnownValues = Readonly<Record<string, readonly string[]>>;

const mostPerField = 200;
/** Suggestions come from this many of the latest orders: enough to know a shop's habits. */
const latestOrders = 2_000;

/** What the editor suggests while somebody types: tags, channels, vendors and the like, sorted. */
export async function readKnownValues(tx: Tx, shop: ShopContext): Promise<KnownValues> {
  const { shopId } = shop;
  const rows = await tx.$queryRaw<{ field: string; value: string }[]>`
    with recent as (
      select * from orders where shop_id = ${shopId} order by placed_at desc nulls last
      limit ${latestOrders}
    ), found as (
      select 'orderTags' as field, unnest(tags) as value from recent
      union select 'customerTags', unnest(customer_tags) from recent
      union select 'channels', channel from recent
      union select 'services', service from recent
      union select 'countryCodes', country_code from recent
      union select 'provinceCodes', province_code from recent
      ${Prisma.sql([itemFields])}
      union select 'groups', unnest(groups) from locations
    ), ranked as (
      select field, value, row_number() over (partition by field order by value) as at
      from found where value is not null and value <> ''
    )
    select field, value from ranked where at <= ${mostPerField} order by field, value`;
  return Object.fromEntries(
    [...new Set(rows.map((row) => row.field))].map((field) => [
      field,
      rows.filter((row) => row.field === field).map((row) => row.value),
    ]),
  );
}

// Row-level security keeps these to the shop's own rows, as it does every table.
const itemFields = `
      union select 'itemTags', unnest(tags) from items where not deleted
      union select 'collections', unnest(collections) from items where not deleted
      union select 'productTypes', product_type from items where not deleted
      union select 'vendors', vendor from items where not deleted`;
