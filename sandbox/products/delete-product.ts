import { actInShop, announce } from "../shop/events.ts";
import type { Id, ShopState } from "../shop/state.ts";

/**
 * A merchant deletes a product with its variants, items and stock. Throws when it was ever sold:
 * Shopify keeps such lines without their variant, which this shop does not model.
 */
export function deleteProduct(shop: ShopState, id: Id): void {
  const product = shop.products.get(id);
  if (product === undefined) throw new Error(`No product ${id}`);
  const wasSold = [...shop.lineItems.values()].some(({ variantId }) =>
    product.variantIds.includes(variantId),
  );
  if (wasSold) throw new Error(`Product ${id} was sold and cannot be deleted here`);
  actInShop(shop, () => {
    shop.products.delete(id);
    announce(shop, "products/delete", () => ({ id: BigInt(id) }));
    for (const variantId of product.variantIds) deleteVariant(shop, variantId);
  });
}

function deleteVariant(shop: ShopState, id: Id): void {
  const variant = shop.variants.get(id);
  if (variant === undefined) return;
  const itemId = variant.inventoryItemId;
  shop.variants.delete(id);
  shop.variantsBySku.delete(variant.sku);
  shop.inventoryItems.delete(itemId);
  shop.levels.delete(itemId);
  announce(shop, "inventory_items/delete", () => ({
    id: BigInt(itemId),
    country_code_of_origin: null,
    province_code_of_origin: null,
    harmonized_system_code: null,
    country_harmonized_system_codes: [],
    admin_graphql_api_id: `gid://shopify/InventoryItem/${itemId}`,
  }));
}
