import type { Filters } from "../graphql/search.ts";
import type { InventoryLevel } from "./level.ts";

/** Search filters of every `inventoryLevels(query:)`. */
export const levelFilters: Filters<InventoryLevel> = {
  id: ({ id }) => id,
  inventory_item_id: ({ inventoryItemId }) => inventoryItemId,
  location_id: ({ locationId }) => locationId,
  created_at: ({ createdAt }) => createdAt,
  updated_at: ({ updatedAt }) => updatedAt,
};
