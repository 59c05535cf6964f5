import { actInShop, announceOnce } from "../shop/events.ts";
import { nowIn } from "../shop/now.ts";
import type { Id, ShopState } from "../shop/state.ts";
import type { Address, Location } from "./location.ts";
import { locationPayload } from "./location-payload.ts";

export interface LocationChange {
  name?: string;
  address?: Partial<Address>;
  fulfillsOnlineOrders?: boolean;
  localPickup?: Location["localPickup"];
}

/** Changes a location's own data. Throws when there is no such location. */
export function updateLocation(shop: ShopState, id: Id, change: LocationChange): Location {
  const location = shop.locations.get(id);
  if (location === undefined) throw new Error(`No location ${id}`);
  return actInShop(shop, () => {
    const { address, ...rest } = change;
    Object.assign(location, rest, { updatedAt: nowIn(shop) });
    if (address !== undefined) location.address = { ...location.address, ...address };
    announceOnce(shop, "locations/update", id, () => locationPayload(location));
    return location;
  });
}
