import { gidOf } from "../fulfillment-orders/payloads.ts";
import { availableUnits } from "../inventory/available-units.ts";
import type { ShopState } from "../shop/state.ts";
import type { JsonTree } from "../shop/write-json.ts";
import type { Product, Variant } from "./product.ts";

/** Body of products/update. */
export function productPayload(shop: ShopState, product: Product): JsonTree {
  const variants = product.variantIds.flatMap((id) => shop.variants.get(id) ?? []);
  return {
    admin_graphql_api_id: gidOf("Product", product.id),
    body_html: "",
    created_at: product.createdAt,
    handle: product.handle,
    id: BigInt(product.id),
    product_type: product.productType,
    published_at: product.createdAt,
    template_suffix: null,
    title: product.title,
    updated_at: product.updatedAt,
    vendor: product.vendor,
    status: "active",
    published_scope: "web",
    tags: product.tags.join(", "),
    variants: variants.map((variant) => variantPayload(shop, variant)),
    options: [],
    images: [],
    image: null,
    media: [],
    variant_gids: variants.map(({ id, updatedAt }) => ({
      admin_graphql_api_id: gidOf("ProductVariant", id),
      updated_at: updatedAt,
    })),
    has_variants_that_requires_components: false,
    category: null,
  };
}

function variantPayload(shop: ShopState, variant: Variant): JsonTree {
  const units = availableUnits(shop, variant.inventoryItemId);
  return {
    admin_graphql_api_id: gidOf("ProductVariant", variant.id),
    barcode: variant.barcode,
    compare_at_price: null,
    created_at: variant.createdAt,
    id: BigInt(variant.id),
    inventory_policy: "deny",
    position: variant.position,
    price: variant.price,
    product_id: BigInt(variant.productId),
    sku: variant.sku,
    taxable: true,
    title: variant.title,
    updated_at: variant.updatedAt,
    option1: variant.title,
    option2: null,
    option3: null,
    image_id: null,
    inventory_item_id: BigInt(variant.inventoryItemId),
    inventory_quantity: units,
    old_inventory_quantity: units,
  };
}
