import { actInShop, announce } from "../shop/events.ts";
import { newId } from "../shop/new-id.ts";
import { nowIn } from "../shop/now.ts";
import type { ShopState } from "../shop/state.ts";
import type { Address, Location } from "./location.ts";
import { locationPayload } from "./location-payload.ts";

export interface NewLocation {
  name: string;
  address: Pick<Address, "address1" | "city" | "zip"> & Partial<Address>;
  fulfillsOnlineOrders?: boolean;
  localPickup?: Location["localPickup"];
}

/** Adds an active location at the end of the merchant's ranking, as an admin user does. */
export function createLocation(shop: ShopState, input: NewLocation): Location {
  return actInShop(shop, () => {
    const now = nowIn(shop);
    const location: Location = {
      id: newId(shop, "Location"),
      name: input.name,
      priority: shop.locations.size + 1,
      active: true,
      fulfillsOnlineOrders: input.fulfillsOnlineOrders ?? true,
      localPickup: input.localPickup ?? null,
      address: completeAddress(input.address),
      createdAt: now,
      updatedAt: now,
      deactivatedAt: null,
    };
    shop.locations.set(location.id, location);
    announce(shop, "locations/create", () => locationPayload(location));
    return location;
  });
}

/** Fills in what an address leaves out: a US address with no person and no coordinates. */
export function completeAddress(given: NewLocation["address"]): Address {
  return {
    firstName: null,
    lastName: null,
    company: null,
    address2: null,
    province: null,
    provinceCode: null,
    country: "United States",
    countryCode: "US",
    phone: null,
    latitude: null,
    longitude: null,
    ...given,
  };
}
