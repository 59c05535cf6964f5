import { gidOf } from "../fulfillment-orders/payloads.ts";
import { byId } from "../graphql/by-id.ts";
import { connect, type Ordering, type PageArguments } from "../graphql/connect.ts";
import type { AdminContext } from "../graphql/context.ts";
import { notImplemented } from "../graphql/errors.ts";
import { idIn } from "../graphql/gid.ts";
import { exactCount } from "../graphql/money.ts";
import { plain, type ResolverMap } from "../graphql/resolver.ts";
import { search, type Filters } from "../graphql/search.ts";
import { availableUnits } from "../inventory/available-units.ts";
import { metafieldFields } from "../metafields/resolve-metafield.ts";
import type { ShopState } from "../shop/state.ts";
import { drawProduct } from "./draw-product.ts";
import type { Product, Variant } from "./product.ts";
import { collectionFields, collectionsOf } from "./resolve-collections.ts";

interface ListArguments extends PageArguments {
  query?: string | null;
  sortKey?: string;
}

function variantsOf(shop: ShopState, { variantIds }: Product): Variant[] {
  return variantIds.flatMap((id) => shop.variants.get(id) ?? []);
}

const product = {
  id: ({ id }: Product) => gidOf("Product", id),
  legacyResourceId: ({ id }: Product) => id,
  ...plain<Product>("title", "handle", "productType", "vendor", "tags", "createdAt", "updatedAt"),
  status: () => "ACTIVE",
  description: () => "",
  descriptionHtml: () => "",
  publishedAt: ({ createdAt }: Product) => createdAt,
  isGiftCard: () => false,
  tracksInventory: () => true,
  featuredImage: (self: Product) => self,
  hasOnlyDefaultVariant: ({ variantIds }: Product) => variantIds.length === 1,
  totalInventory: (self: Product, _: unknown, { shop }: AdminContext) =>
    variantsOf(shop, self).reduce(
      (sum, { inventoryItemId }) => sum + availableUnits(shop, inventoryItemId),
      0,
    ),
  collections: collectionsOf,
  variants: (self: Product, args: ListArguments, { shop }: AdminContext) =>
    connect(variantsOf(shop, self), args, byId),
  variantsCount: ({ variantIds }: Product) => exactCount(variantIds.length),
  ...metafieldFields<Product>("Product"),
};

const image = {
  id: ({ id }: Product) => gidOf("ProductImage", id),
  url: (self: Product) => drawProduct(self),
  altText: ({ title }: Product) => title,
};

const variant = {
  id: ({ id }: Variant) => gidOf("ProductVariant", id),
  legacyResourceId: ({ id }: Variant) => id,
  ...plain<Variant>("title", "sku", "barcode", "price", "position", "createdAt", "updatedAt"),
  compareAtPrice: () => null,
  taxable: () => true,
  requiresComponents: () => false,
  image: () => null,
  inventoryPolicy: () => "DENY",
  displayName: (self: Variant, _: unknown, { shop }: AdminContext) =>
    `${shop.products.get(self.productId)?.title ?? ""} - ${self.title}`,
  selectedOptions: ({ title }: Variant) => [{ name: "Option", value: title }],
  availableForSale: ({ inventoryItemId }: Variant, _: unknown, { shop }: AdminContext) =>
    availableUnits(shop, inventoryItemId) > 0,
  inventoryQuantity: ({ inventoryItemId }: Variant, _: unknown, { shop }: AdminContext) =>
    availableUnits(shop, inventoryItemId),
  sellableOnlineQuantity: ({ inventoryItemId }: Variant, _: unknown, { shop }: AdminContext) =>
    availableUnits(shop, inventoryItemId),
  inventoryItem: ({ inventoryItemId }: Variant, _: unknown, { shop }: AdminContext) =>
    shop.inventoryItems.get(inventoryItemId),
  product: ({ productId }: Variant, _: unknown, { shop }: AdminContext) =>
    shop.products.get(productId),
  ...metafieldFields<Variant>("ProductVariant"),
};

function productFilters(shop: ShopState): Filters<Product> {
  return {
    id: ({ id }) => id,
    title: ({ title }) => title,
    tag: ({ tags }) => tags,
    vendor: ({ vendor }) => vendor,
    product_type: ({ productType }) => productType,
    status: () => "active",
    sku: (self) => variantsOf(shop, self).map(({ sku }) => sku),
    created_at: ({ createdAt }) => createdAt,
    updated_at: ({ updatedAt }) => updatedAt,
  };
}

function variantFilters(shop: ShopState): Filters<Variant> {
  return {
    id: ({ id }) => id,
    sku: ({ sku }) => sku,
    barcode: ({ barcode }) => barcode,
    product_id: ({ productId }) => productId,
    tag: ({ productId }) => shop.products.get(productId)?.tags ?? [],
    title: ({ title }) => title,
    updated_at: ({ updatedAt }) => updatedAt,
  };
}

const TITLE_OR_DATE: Record<string, (item: Product) => string> = {
  TITLE: ({ title }) => title,
  UPDATED_AT: ({ updatedAt }) => updatedAt,
  CREATED_AT: ({ createdAt }) => createdAt,
  VENDOR: ({ vendor }) => vendor,
};

function orderingFor(sortKey: string | undefined): Ordering<Product> {
  if (sortKey === undefined || sortKey === "ID") return byId;
  const sortedBy = TITLE_OR_DATE[sortKey];
  if (sortedBy === undefined) throw notImplemented(`QueryRoot.products(sortKey: ${sortKey})`);
  return { ...byId, sortedBy };
}

function variantOrderingFor(sortKey: string | undefined): Ordering<Variant> {
  if (sortKey === undefined || sortKey === "ID") return byId;
  if (sortKey === "SKU") return { ...byId, sortedBy: ({ sku }) => sku };
  throw notImplemented(`QueryRoot.productVariants(sortKey: ${sortKey})`);
}

const queries = {
  product: (_: undefined, { id }: { id: string }, { shop }: AdminContext) =>
    shop.products.get(idIn("Product", id)) ?? null,
  products: (_: undefined, args: ListArguments, { shop }: AdminContext) =>
    connect(
      search([...shop.products.values()], args.query, productFilters(shop)),
      args,
      orderingFor(args.sortKey),
    ),
  productVariant: (_: undefined, { id }: { id: string }, { shop }: AdminContext) =>
    shop.variants.get(idIn("ProductVariant", id)) ?? null,
  productVariants: (_: undefined, args: ListArguments, { shop }: AdminContext) =>
    connect(
      search([...shop.variants.values()], args.query, variantFilters(shop)),
      args,
      variantOrderingFor(args.sortKey),
    ),
};

export const productResolvers: ResolverMap = {
  Product: product,
  Collection: collectionFields,
  ProductVariant: variant,
  Image: image,
  QueryRoot: queries,
};
