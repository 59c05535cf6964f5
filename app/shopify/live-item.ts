import { numericId } from "./gid.ts";

/** An inventory item with the variant and product that sell it. Money in the shop's currency. */
export interface LiveItem {
  readonly inventoryItemId: string;
  readonly sku: string;
  readonly variantId: string;
  readonly productId: string;
  readonly title: string;
  /** Empty for the only variant of a product. */
  readonly variantTitle: string;
  readonly imageUrl: string | null;
  readonly tags: readonly string[];
  /** Titles of the product's collections, sorted; Shopify allows two of one title. */
  readonly collections: readonly string[];
  readonly productType: string;
  readonly vendor: string;
  readonly weightKg: number;
  readonly unitCost: string;
  readonly tracked: boolean;
  readonly requiresShipping: boolean;
}

export interface RawItem {
  readonly id: string;
  readonly sku: string | null;
  readonly tracked: boolean;
  readonly requiresShipping: boolean;
  readonly unitCost: { readonly amount: string } | null;
  readonly measurement: {
    readonly weight: { readonly value: number; readonly unit: WeightUnit } | null;
  } | null;
}

export interface RawProduct {
  readonly id: string;
  readonly title: string;
  readonly tags: readonly string[];
  readonly productType: string;
  readonly vendor: string;
  readonly featuredImage: { readonly url: string } | null;
}

export interface RawVariant {
  readonly id: string;
  readonly title: string;
  readonly product: RawProduct;
}

export interface RawCollection {
  readonly id: string;
  readonly title: string;
}

type WeightUnit = "GRAMS" | "KILOGRAMS" | "OUNCES" | "POUNDS";

/** The avoirdupois pound is 0.45359237 kg by definition (1959), the ounce a sixteenth of it. */
const kilograms: Readonly<Record<WeightUnit, number>> = {
  GRAMS: 0.001,
  KILOGRAMS: 1,
  OUNCES: 0.45359237 / 16,
  POUNDS: 0.45359237,
};

/** Shopify's name for the variant of a product that has no options. */
const onlyVariantTitle = "Default Title";

/** Joins what Shopify tells of an item, its variant and product; weights to the gram. */
export function readItem(
  item: RawItem,
  variant: RawVariant,
  collections: readonly RawCollection[],
): LiveItem {
  const { product } = variant;
  const weight = item.measurement?.weight;
  return {
    inventoryItemId: numericId(item.id),
    sku: item.sku ?? "",
    variantId: numericId(variant.id),
    productId: numericId(product.id),
    title: product.title,
    variantTitle: variant.title === onlyVariantTitle ? "" : variant.title,
    imageUrl: product.featuredImage?.url ?? null,
    tags: product.tags,
    collections: [...new Set(collections.map(({ title }) => title))].sort(),
    productType: product.productType,
    vendor: product.vendor,
    weightKg: weight ? Math.round(weight.value * kilograms[weight.unit] * 1000) / 1000 : 0,
    unitCost: item.unitCost?.amount ?? "0",
    tracked: item.tracked,
    requiresShipping: item.requiresShipping,
  };
}
