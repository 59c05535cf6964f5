import { newId } from "../shop/new-id.ts";
import { nowIn } from "../shop/now.ts";
import type { ShopState } from "../shop/state.ts";
import type { Product, Variant } from "./product.ts";
import { SAMPLE_CATALOGUE, type SampleProduct } from "./sample-catalogue.ts";

/** Adds the sample catalogue `copies` times; SKUs of later copies end in "-2", "-3", ... */
export function addCatalogue(shop: ShopState, copies: number): void {
  for (let copy = 1; copy <= copies; copy += 1) {
    for (const sample of SAMPLE_CATALOGUE) addProduct(shop, sample, copy === 1 ? "" : `-${copy}`);
  }
}

function addProduct(shop: ShopState, sample: SampleProduct, suffix: string): void {
  const now = nowIn(shop);
  const title = suffix === "" ? sample.title : `${sample.title} ${suffix.slice(1)}`;
  const product: Product = {
    id: newId(shop, "Product"),
    title,
    handle: title.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-"),
    productType: sample.type,
    vendor: sample.vendor,
    tags: [...sample.tags],
    variantIds: [],
    createdAt: now,
    updatedAt: now,
  };
  shop.products.set(product.id, product);
  sample.options.forEach((option, index) =>
    addVariant(shop, product, {
      sample,
      title: option,
      sku: `${sample.code}-${option.toUpperCase()}${suffix}`,
      position: index + 1,
    }),
  );
}

interface NewVariant {
  sample: SampleProduct;
  title: string;
  sku: string;
  position: number;
}

function addVariant(shop: ShopState, product: Product, input: NewVariant): void {
  const { sample, title, sku, position } = input;
  const dates = { createdAt: product.createdAt, updatedAt: product.createdAt };
  const variant: Variant = {
    id: newId(shop, "ProductVariant"),
    productId: product.id,
    inventoryItemId: newId(shop, "InventoryItem"),
    title,
    sku,
    barcode: `0${product.id.slice(-9)}${position}`,
    price: sample.price.toFixed(2),
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
    unitCost: sample.cost.toFixed(2),
    weightGrams: sample.grams,
    ...dates,
  });
  shop.levels.set(variant.inventoryItemId, new Map());
}
