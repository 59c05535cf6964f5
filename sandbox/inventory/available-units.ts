import type { Id, ShopState } from "../shop/state.ts";
import { levelsOf } from "./levels-at.ts";

/** Available units of an item over its active levels: what `variant.inventoryQuantity` shows. */
export function availableUnits(shop: ShopState, itemId: Id): number {
  const active = levelsOf(shop, itemId).filter((level) => level.active);
  return active.reduce((sum, { units }) => sum + units.available, 0);
}
