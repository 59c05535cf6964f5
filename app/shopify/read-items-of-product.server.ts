import { adminGraphql } from "./admin-graphql.server.ts";
import { readItemsOfProduct as document } from "./documents/catalog.ts";
import { gid } from "./gid.ts";
import type { LiveItem, RawItem, RawProduct, RawVariant } from "./live-item.ts";
import { readItem } from "./live-item.ts";
import type { Page } from "./read-raw-order.ts";

type VariantWithItem = Omit<RawVariant, "product"> & { readonly inventoryItem: RawItem };
type Answer = { product: (RawProduct & { variants: Page<VariantWithItem> }) | null };

/** Every item a product sells now; null when the product was deleted. Throws ShopifyError. */
export async function readItemsOfProduct(
  shopId: string,
  productId: string,
): Promise<LiveItem[] | null> {
  const items: LiveItem[] = [];
  let after: string | null = null;
  do {
    const variables: object = { id: gid("Product", productId), after };
    const { product }: Answer = await adminGraphql<Answer>(shopId, document, variables);
    if (!product) return null;
    for (const variant of product.variants.nodes) {
      items.push(readItem(variant.inventoryItem, { ...variant, product }));
    }
    const { hasNextPage, endCursor } = product.variants.pageInfo;
    after = hasNextPage ? endCursor : null;
  } while (after !== null);
  return items;
}
