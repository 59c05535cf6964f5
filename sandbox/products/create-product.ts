import { itemPayload } from "../inventory/item-payload.ts";
import { activateLevel } from "../inventory/activate-level.ts";
import { rankedLocations } from "../orders/route-order.ts";
import { actInShop, announce } from "../shop/events.ts";
import { insist } from "../shop/outcome.ts";
import type { ShopState } from "../shop/state.ts";
import { addProduct, type NewProduct } from "./add-product.ts";
import type { Product } from "./product.ts";
import { productPayload } from "./product-payload.ts";

/** A merchant adds a product; its items are stocked, with no units, at the first location. */
export function createProduct(shop: ShopState, input: NewProduct): Product {
  const taken = input.variants.find(({ sku }) => shop.variantsBySku.has(sku));
  if (taken !== undefined) throw new Error(`SKU ${taken.sku} is taken`);
  return actInShop(shop, () => {
    const product = addProduct(shop, input);
    announce(shop, "products/create", () => productPayload(shop, product));
    const [first] = rankedLocations(shop);
    for (const variantId of product.variantIds) {
      const item = shop.inventoryItems.get(shop.variants.get(variantId)?.inventoryItemId ?? "");
      if (item === undefined) continue;
      announce(shop, "inventory_items/create", () => itemPayload(item));
      const nothing = { available: null, onHand: null };
      if (first) insist(activateLevel(shop, { itemId: item.id, locationId: first.id, ...nothing }));
    }
    return product;
  });
}
