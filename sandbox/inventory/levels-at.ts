import type { Id, ShopState } from "../shop/state.ts";
import type { InventoryLevel } from "./level.ts";

/** Every level at a location, inactive ones included. */
export function levelsAt(shop: ShopState, locationId: Id): InventoryLevel[] {
  return [...shop.levels.values()].flatMap((byLocation) => byLocation.get(locationId) ?? []);
}

/** Every level of an item, inactive ones included. */
export function levelsOf(shop: ShopState, itemId: Id): InventoryLevel[] {
  return [...(shop.levels.get(itemId)?.values() ?? [])];
}
