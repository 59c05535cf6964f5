import { newId } from "../shop/new-id.ts";
import { nowIn } from "../shop/now.ts";
import type { Id, ShopState } from "../shop/state.ts";
import type { InventoryLevel } from "./level.ts";

/** The level of an item at a location, or undefined when it was never stocked there. */
export function levelOf(shop: ShopState, itemId: Id, locationId: Id): InventoryLevel | undefined {
  return shop.levels.get(itemId)?.get(locationId);
}

/** Whether the location stocks the item now: it has an active level, whatever its quantity. */
export function isStocked(shop: ShopState, itemId: Id, locationId: Id): boolean {
  return levelOf(shop, itemId, locationId)?.active === true;
}

/** The level of an item at a location, made with no units when there was none. */
export function openLevel(shop: ShopState, itemId: Id, locationId: Id): InventoryLevel {
  const levels = shop.levels.get(itemId);
  if (levels === undefined) throw new Error(`No inventory item ${itemId}`);
  const existing = levels.get(locationId);
  if (existing !== undefined) return existing;
  const now = nowIn(shop);
  const level: InventoryLevel = {
    id: newId(shop, "InventoryLevel"),
    inventoryItemId: itemId,
    locationId,
    active: true,
    units: emptyUnits(),
    createdAt: now,
    updatedAt: now,
  };
  levels.set(locationId, level);
  return level;
}

function emptyUnits(): InventoryLevel["units"] {
  return {
    available: 0,
    committed: 0,
    incoming: 0,
    reserved: 0,
    damaged: 0,
    safety_stock: 0,
    quality_control: 0,
  };
}
