import type { InventoryItem } from "../products/product.ts";
import type { JsonTree } from "../shop/write-json.ts";

const GRAMS_PER_POUND = 453.59237;

/** Body of inventory_items/create and inventory_items/update. */
export function itemPayload(item: InventoryItem): JsonTree {
  return {
    id: BigInt(item.id),
    sku: item.sku,
    created_at: item.createdAt,
    updated_at: item.updatedAt,
    requires_shipping: item.requiresShipping,
    cost: item.unitCost,
    country_code_of_origin: null,
    province_code_of_origin: null,
    harmonized_system_code: null,
    tracked: item.tracked,
    country_harmonized_system_codes: [],
    weight_value: Number((item.weightGrams / GRAMS_PER_POUND).toFixed(3)),
    weight_unit: "lb",
    admin_graphql_api_id: `gid://shopify/InventoryItem/${item.id}`,
  };
}
