import { actInShop, announceOnce } from "../shop/events.ts";
import { nowIn } from "../shop/now.ts";
import type { Id, ShopState } from "../shop/state.ts";
import { collectionsTitled } from "./collections-titled.ts";
import type { Product } from "./product.ts";
import { productPayload } from "./product-payload.ts";

type ProductChange = Partial<Pick<Product, "title" | "tags" | "productType" | "vendor">> & {
  /** Titles of all the collections it is to be in. */
  readonly collections?: readonly string[];
};

/** Changes what a person edits on a product. Throws when there is no such product. */
export function updateProduct(
  shop: ShopState,
  id: Id,
  { collections, ...change }: ProductChange,
): Product {
  const product = shop.products.get(id);
  if (product === undefined) throw new Error(`No product ${id}`);
  return actInShop(shop, () => {
    Object.assign(product, change, { updatedAt: nowIn(shop) });
    if (collections) product.collectionIds = collectionsTitled(shop, collections);
    announceOnce(shop, "products/update", id, () => productPayload(shop, product));
    return product;
  });
}
