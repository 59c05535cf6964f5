import { actInShop, announce } from "../shop/events.ts";
import { nowIn } from "../shop/now.ts";
import type { Id, ShopState } from "../shop/state.ts";
import type { Location } from "./location.ts";
import { locationPayload } from "./location-payload.ts";

/** Opens a deactivated location again. Throws when there is no such location. */
export function activateLocation(shop: ShopState, id: Id): Location {
  const location = shop.locations.get(id);
  if (location === undefined) throw new Error(`No location ${id}`);
  return actInShop(shop, () => {
    location.active = true;
    location.deactivatedAt = null;
    location.updatedAt = nowIn(shop);
    announce(shop, "locations/activate", () => locationPayload(location));
    return location;
  });
}
