import type { Id, ShopState } from "../shop/state.ts";
import { changeUnits } from "./change-units.ts";

/** Which units move between states: those of a line item, at a location. */
export interface CommittedUnits {
  lineItemId: Id;
  locationId: Id;
  quantity: number;
}

function placeOf(shop: ShopState, units: CommittedUnits): { itemId: Id; locationId: Id } {
  const variantId = shop.lineItems.get(units.lineItemId)?.variantId;
  const variant = variantId === undefined ? undefined : shop.variants.get(variantId);
  if (variant === undefined) throw new Error(`No variant for line item ${units.lineItemId}`);
  return { itemId: variant.inventoryItemId, locationId: units.locationId };
}

/** An order claims units: available falls, committed rises, on_hand stays. May go negative. */
export function commitUnits(shop: ShopState, units: CommittedUnits): void {
  const { quantity } = units;
  changeUnits(shop, placeOf(shop, units), { available: -quantity, committed: quantity });
}

/** The claim ends and the units may be sold again. */
export function uncommitUnits(shop: ShopState, units: CommittedUnits): void {
  const { quantity } = units;
  changeUnits(shop, placeOf(shop, units), { available: quantity, committed: -quantity });
}

/** The units leave the building: committed and, with it, on_hand fall. */
export function shipUnits(shop: ShopState, units: CommittedUnits): void {
  changeUnits(shop, placeOf(shop, units), { committed: -units.quantity });
}

/** Units come back from a cancelled shipment and are wanted again: committed and on_hand rise. */
export function unshipUnits(shop: ShopState, units: CommittedUnits): void {
  changeUnits(shop, placeOf(shop, units), { committed: units.quantity });
}

/** A customer returned units: available and on_hand rise. */
export function returnUnits(shop: ShopState, units: CommittedUnits): void {
  changeUnits(shop, placeOf(shop, units), { available: units.quantity });
}
