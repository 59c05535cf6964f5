import type { Tx } from "#app/db.server.ts";
import type { LiveItem } from "#app/shopify/live-item.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { chooseItemKeys } from "./choose-item-keys.ts";
import { assignGroups } from "./pool/assign-groups.server.ts";

/** Takes over what Shopify says of items, in a fixed number of statements for any number of them. */
export async function storeItems(
  tx: Tx,
  shop: ShopContext,
  items: readonly LiveItem[],
): Promise<void> {
  if (items.length === 0) return;
  const { shopId } = shop;
  const ids = items.map((item) => item.inventoryItemId);
  const skus = items.map((item) => item.sku);
  const known = await tx.item.findMany({
    where: { shopId, OR: [{ inventoryItemId: { in: ids } }, { key: { in: skus } }] },
    select: { inventoryItemId: true, key: true },
  });
  const keys = chooseItemKeys(items, known);
  // Items that swap SKUs would collide row by row; out of the way first.
  await tx.$executeRaw`
    update items set key = '#' || inventory_item_id
    where shop_id = ${shopId} and inventory_item_id = any(${ids})`;
  await upsertItems(tx, shop, items, keys);
  await assignGroups(tx, shop, ids);
}

async function upsertItems(
  tx: Tx,
  shop: ShopContext,
  items: readonly LiveItem[],
  keys: ReadonlyMap<string, string>,
): Promise<void> {
  const rows = items.map((item) => ({ ...item, key: keys.get(item.inventoryItemId) }));
  await tx.$executeRaw`
    insert into items (shop_id, inventory_item_id, key, sku, variant_id, product_id, title,
      variant_title, image_url, tags, collections, product_type, vendor, weight_kg, unit_cost, tracked,
      requires_shipping, deleted, updated_at)
    select ${shop.shopId}, "inventoryItemId", key, sku, "variantId", "productId", title,
      "variantTitle", "imageUrl", tags, collections, "productType", vendor, "weightKg", "unitCost", tracked,
      "requiresShipping", false, ${shop.clock.now()}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row("inventoryItemId" text, key text,
      sku text, "variantId" text, "productId" text, title text, "variantTitle" text, "imageUrl" text,
      tags text[], collections text[], "productType" text, vendor text, "weightKg" numeric,
      "unitCost" numeric, tracked boolean, "requiresShipping" boolean)
    order by "inventoryItemId"
    on conflict (shop_id, inventory_item_id) do update set key = excluded.key, sku = excluded.sku,
      variant_id = excluded.variant_id, product_id = excluded.product_id, title = excluded.title,
      variant_title = excluded.variant_title, image_url = excluded.image_url, tags = excluded.tags,
      collections = excluded.collections,
      product_type = excluded.product_type, vendor = excluded.vendor,
      weight_kg = excluded.weight_kg, unit_cost = excluded.unit_cost, tracked = excluded.tracked,
      requires_shipping = excluded.requires_shipping, deleted = false,
      updated_at = excluded.updated_at`;
}
