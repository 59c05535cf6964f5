import { actInShop, announceOnce } from "../shop/events.ts";
import { nowIn } from "../shop/now.ts";
import type { Id, ShopState } from "../shop/state.ts";
import type { Product } from "./product.ts";
import { productPayload } from "./product-payload.ts";

/** Changes what a person edits on a product. Throws when there is no such product. */
export function updateProduct(
  shop: ShopState,
  id: Id,
  change: Partial<Pick<Product, "title" | "tags" | "productType" | "vendor">>,
): Product {
  const product = shop.products.get(id);
  if (product === undefined) throw new Error(`No product ${id}`);
  return actInShop(shop, () => {
    Object.assign(product, change, { updatedAt: nowIn(shop) });
    announceOnce(shop, "products/update", id, () => productPayload(shop, product));
    return product;
  });
}
