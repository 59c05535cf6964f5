import { adminGraphql } from "./admin-graphql.server.ts";
import { readItemsOfProduct as document, readMoreCollections } from "./documents/catalog.ts";
import { gid } from "./gid.ts";
import type { LiveItem, RawCollection, RawItem, RawProduct, RawVariant } from "./live-item.ts";
import { readItem } from "./live-item.ts";
import type { Page } from "./read-raw-order.ts";

type VariantWithItem = Omit<RawVariant, "product"> & { readonly inventoryItem: RawItem };
type ProductWithPages = RawProduct & {
  readonly variants: Page<VariantWithItem>;
  readonly collections: Page<RawCollection>;
};
type Answer = { product: ProductWithPages | null };
type MoreCollections = { product: Pick<ProductWithPages, "collections"> | null };

/** Every item a product sells now; null when the product was deleted. Throws ShopifyError. */
export async function readItemsOfProduct(
  shopId: string,
  productId: string,
): Promise<LiveItem[] | null> {
  const items: LiveItem[] = [];
  let collections: RawCollection[] | null = null;
  let after: string | null = null;
  do {
    const variables: object = { id: gid("Product", productId), after };
    const { product }: Answer = await adminGraphql<Answer>(shopId, document, variables);
    if (!product) return null;
    collections ??= await readAllCollections(shopId, product);
    for (const variant of product.variants.nodes) {
      items.push(readItem(variant.inventoryItem, { ...variant, product }, collections));
    }
    const { hasNextPage, endCursor } = product.variants.pageInfo;
    after = hasNextPage ? endCursor : null;
  } while (after !== null);
  return items;
}

async function readAllCollections(
  shopId: string,
  { id, collections }: ProductWithPages,
): Promise<RawCollection[]> {
  const all = [...collections.nodes];
  let { hasNextPage, endCursor } = collections.pageInfo;
  while (hasNextPage) {
    const variables = { id, after: endCursor };
    const data = await adminGraphql<MoreCollections>(shopId, readMoreCollections, variables);
    // Deleted between two pages: its webhook has it read again.
    if (!data.product) break;
    all.push(...data.product.collections.nodes);
    ({ hasNextPage, endCursor } = data.product.collections.pageInfo);
  }
  return all;
}
