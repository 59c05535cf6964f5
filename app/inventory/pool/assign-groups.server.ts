import type { Tx } from "#app/db.server.ts";
import { Prisma } from "#app/generated/prisma/client.ts";
import type { ShopContext } from "#app/shop-context.ts";

/**
 * Puts items (all, or those named) into the first product group that takes them. A group takes an item
 * whose SKU it lists, or that fits each kind of thing the group names: one of its product types, one of
 * its vendors, one of its tags, one of its collections. Capitals do not matter. A group that names
 * nothing takes nothing.
 */
export async function assignGroups(
  tx: Tx,
  shop: ShopContext,
  inventoryItemIds: readonly string[] | null = null,
): Promise<void> {
  const some =
    inventoryItemIds === null
      ? Prisma.empty
      : Prisma.sql`and item.inventory_item_id = any(${[...inventoryItemIds]}::text[])`;
  await tx.$executeRaw`
    update items item set group_id = found.group_id
    from (
      select item.inventory_item_id id, (
        select grp.group_id from product_groups grp
        where grp.shop_id = item.shop_id and ${takesItem}
        order by grp.position, grp.group_id limit 1) group_id
      from items item where item.shop_id = ${shop.shopId} ${some}
    ) found
    where item.shop_id = ${shop.shopId} and item.inventory_item_id = found.id
      and item.group_id is distinct from found.group_id`;
}

const lower = (list: string) => Prisma.raw(`lower(${list}::text)::text[]`);

/** True where the group names nothing of the kind or the item has one of what it names. */
const fits = (named: string, has: Prisma.Sql) =>
  Prisma.sql`(cardinality(${Prisma.raw(named)}) = 0 or ${has})`;

const takesItem = Prisma.sql`(
  lower(item.sku) = any(${lower("grp.skus")})
  or (cardinality(grp.product_types || grp.vendors || grp.tags || grp.collections) > 0
    and ${fits("grp.product_types", Prisma.sql`lower(item.product_type) = any(${lower("grp.product_types")})`)}
    and ${fits("grp.vendors", Prisma.sql`lower(item.vendor) = any(${lower("grp.vendors")})`)}
    and ${fits("grp.tags", Prisma.sql`${lower("item.tags")} && ${lower("grp.tags")}`)}
    and ${fits("grp.collections", Prisma.sql`${lower("item.collections")} && ${lower("grp.collections")}`)}))`;
