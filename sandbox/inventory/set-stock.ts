import { actInShop } from "../shop/events.ts";
import type { Id, ShopState } from "../shop/state.ts";
import { changeUnits } from "./change-units.ts";
import type { InventoryLevel } from "./level.ts";
import { openLevel } from "./open-level.ts";

/**
 * Sets the available units of a SKU at a location, as a person does in the admin. The item is
 * stocked there from now on if it was not. Throws when the SKU or location does not exist.
 */
export function setStock(
  shop: ShopState,
  change: { sku: string; locationId: Id; available: number },
): InventoryLevel {
  const variant = shop.variantsBySku.get(change.sku);
  if (variant === undefined) throw new Error(`No SKU ${change.sku}`);
  if (!shop.locations.has(change.locationId)) throw new Error(`No location ${change.locationId}`);
  return actInShop(shop, () => {
    const level = openLevel(shop, variant.inventoryItemId, change.locationId);
    level.active = true;
    changeUnits(
      shop,
      { itemId: variant.inventoryItemId, locationId: change.locationId },
      { available: change.available - level.units.available },
    );
    return level;
  });
}
