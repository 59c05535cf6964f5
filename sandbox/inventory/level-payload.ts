import type { JsonTree } from "../shop/write-json.ts";
import type { InventoryLevel } from "./level.ts";

/** gid of a level. Its numeric part and its item together name it. */
export function levelGid(level: InventoryLevel): string {
  return `gid://shopify/InventoryLevel/${level.id}?inventory_item_id=${level.inventoryItemId}`;
}

/** Body of inventory_levels/update and /connect: `available` alone, never on_hand or committed. */
export function levelPayload(level: InventoryLevel): JsonTree {
  return {
    inventory_item_id: BigInt(level.inventoryItemId),
    location_id: BigInt(level.locationId),
    available: level.units.available,
    updated_at: level.updatedAt,
    admin_graphql_api_id: levelGid(level),
  };
}
