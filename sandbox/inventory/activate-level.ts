import { actInShop, announce } from "../shop/events.ts";
import { nowIn } from "../shop/now.ts";
import { done, refuse, type Outcome } from "../shop/outcome.ts";
import type { Id, ShopState } from "../shop/state.ts";
import { changeUnits } from "./change-units.ts";
import { onHand, type InventoryLevel } from "./level.ts";
import { levelPayload } from "./level-payload.ts";
import { levelOf, openLevel } from "./open-level.ts";

export interface Activation {
  itemId: Id;
  locationId: Id;
  available: number | null;
  onHand: number | null;
}

/** Stocks an item at a location. Quantities kept from an earlier time come back (since 2026-04). */
export function activateLevel(shop: ShopState, request: Activation): Outcome<InventoryLevel> {
  const { itemId, locationId } = request;
  if (!shop.inventoryItems.has(itemId)) {
    return refuse("The product couldn't be stocked because it wasn't found.", null, [
      "inventoryItemId",
    ]);
  }
  if (shop.locations.get(locationId)?.active !== true) {
    return refuse("The location couldn't be found.", null, ["locationId"]);
  }
  const before = levelOf(shop, itemId, locationId);
  const setsQuantity = request.available !== null || request.onHand !== null;
  if (before?.active === true && setsQuantity) {
    const message =
      "Not allowed to set available quantity when the item is already active at the location.";
    return refuse(message, null, ["available"]);
  }
  return actInShop(shop, () => {
    const level = openLevel(shop, itemId, locationId);
    const isNew = before?.active !== true;
    level.active = true;
    level.updatedAt = nowIn(shop);
    const target =
      request.available ?? (request.onHand === null ? null : unitsFor(level, request.onHand));
    if (target !== null) {
      changeUnits(shop, { itemId, locationId }, { available: target - level.units.available });
    }
    if (isNew) announce(shop, "inventory_levels/connect", () => levelPayload(level));
    return done(level);
  });
}

/** Available units that make on_hand what is asked for. */
function unitsFor(level: InventoryLevel, wantedOnHand: number): number {
  return wantedOnHand - (onHand(level) - level.units.available);
}

/** Stops stocking an item at a location; refused while units are committed or incoming there. */
export function deactivateLevel(shop: ShopState, level: InventoryLevel): Outcome<InventoryLevel> {
  if (level.units.committed !== 0) {
    const name = shop.locations.get(level.locationId)?.name ?? "";
    const message = `The product couldn't be unstocked from ${name} because there is committed inventory.`;
    return refuse(message, "COMMITTED_INVENTORY_AT_LOCATION");
  }
  return actInShop(shop, () => {
    level.active = false;
    level.updatedAt = nowIn(shop);
    announce(shop, "inventory_levels/disconnect", () => ({
      inventory_item_id: BigInt(level.inventoryItemId),
      location_id: BigInt(level.locationId),
    }));
    return done(level);
  });
}
