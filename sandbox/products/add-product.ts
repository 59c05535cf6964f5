import { newId } from "../shop/new-id.ts";
import { nowIn } from "../shop/now.ts";
import type { ShopState } from "../shop/state.ts";
import { collectionsTitled } from "./collections-titled.ts";
import { toHandle } from "./to-handle.ts";
import type { Product, Variant } from "./product.ts";

export interface NewProduct {
  title: string;
  type: string;
  vendor: string;
  tags: readonly string[];
  /** Titles; a collection of a title there is none of yet is made. */
  collections?: readonly string[];
  variants: readonly NewVariant[];
}

export interface NewVariant {
  title: string;
  sku: string;
  /** In the shop's currency. */
  price: number;
  cost: number;
  grams: number;
}

/** Puts a product into the shop, stocked nowhere, telling nobody. */
export function addProduct(shop: ShopState, input: NewProduct): Product {
  const now = nowIn(shop);
  const product: Product = {
    id: newId(shop, "Product"),
    title: input.title,
    handle: toHandle(input.title),
    productType: input.type,
    vendor: input.vendor,
    tags: [...input.tags],
    collectionIds: collectionsTitled(shop, input.collections ?? []),
    variantIds: [],
    createdAt: now,
    updatedAt: now,
  };
  shop.products.set(product.id, product);
  input.variants.forEach((variant, index) => addVariant(shop, product, variant, index + 1));
  return product;
}

function addVariant(shop: ShopState, product: Product, input: NewVariant, position: number): void {
  const { title, sku, price, cost, grams } = input;
  const dates = { createdAt: product.createdAt, updatedAt: product.createdAt };
  const variant: Variant = {
    id: newId(shop, "ProductVariant"),
    productId: product.id,
    inventoryItemId: newId(shop, "InventoryItem"),
    title,
    sku,
    barcode: `0${product.id.slice(-9)}${position}`,
    price: price.toFixed(2),
    position,
    ...dates,
  };
  product.variantIds.push(variant.id);
  shop.variants.set(variant.id, variant);
  shop.variantsBySku.set(sku, variant);
  shop.inventoryItems.set(variant.inventoryItemId, {
    id: variant.inventoryItemId,
    variantId: variant.id,
    sku,
    tracked: true,
    requiresShipping: true,
    unitCost: cost.toFixed(2),
    weightGrams: grams,
    ...dates,
  });
  shop.levels.set(variant.inventoryItemId, new Map());
}
