import type { ShopState } from "../shop/state.ts";
import { createLocation } from "./create-location.ts";
import { FIRST_CITIES, MORE_CITIES, type City } from "./sample-cities.ts";

export const SAMPLE_WAREHOUSES = 2;

/** Adds two warehouses and `count - 2` stores that offer pickup; eight is the least. */
export function addSampleLocations(shop: ShopState, count: number): void {
  const cities = [...FIRST_CITIES, ...MORE_CITIES];
  for (let index = 0; index < Math.max(count, FIRST_CITIES.length); index += 1) {
    const city = cities[index % cities.length];
    if (city !== undefined) addLocationIn(shop, city, index, Math.floor(index / cities.length));
  }
}

/** A second location in a city lies a few kilometres from the first. */
function addLocationIn(shop: ShopState, city: City, index: number, lap: number): void {
  const [name, province, provinceCode, zip, latitude, longitude] = city;
  const isWarehouse = index < SAMPLE_WAREHOUSES;
  const kind = isWarehouse ? "Warehouse" : "Store";
  createLocation(shop, {
    name: lap === 0 ? `${name} ${kind}` : `${name} ${kind} ${lap + 1}`,
    address: {
      address1: isWarehouse ? `${100 + index} Depot Road` : `${100 + index} Main Street`,
      city: name,
      province,
      provinceCode,
      zip,
      phone: "+15555550100",
      latitude: Number((latitude + lap * 0.05).toFixed(4)),
      longitude: Number((longitude + lap * 0.05).toFixed(4)),
    },
    localPickup: isWarehouse
      ? null
      : { instructions: "Bring your order number.", pickupTime: "TWO_HOURS" },
  });
}
