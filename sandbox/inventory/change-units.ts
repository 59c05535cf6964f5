import { announceOnce } from "../shop/events.ts";
import { nowIn } from "../shop/now.ts";
import type { Id, ShopState } from "../shop/state.ts";
import type { InventoryLevel, StockState } from "./level.ts";
import { levelPayload } from "./level-payload.ts";
import { openLevel } from "./open-level.ts";

/**
 * Adds to (or takes from) the states of one item at one location, inside an action. The webhook
 * inventory_levels/update tells of `available` only, so it fires when that changes.
 * An item that is not tracked has no quantities, and nothing happens.
 */
export function changeUnits(
  shop: ShopState,
  place: { itemId: Id; locationId: Id },
  deltas: Partial<Record<StockState, number>>,
): void {
  if (shop.inventoryItems.get(place.itemId)?.tracked !== true) return;
  const level = openLevel(shop, place.itemId, place.locationId);
  for (const [state, delta] of Object.entries(deltas)) {
    level.units[state as StockState] += delta;
  }
  level.updatedAt = nowIn(shop);
  if (deltas.available !== undefined && deltas.available !== 0) announceLevel(shop, level);
}

export function announceLevel(shop: ShopState, level: InventoryLevel): void {
  announceOnce(shop, "inventory_levels/update", level.id, () => levelPayload(level));
}
