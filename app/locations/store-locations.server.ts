import type { Tx } from "#app/db.server.ts";
import { lockShop } from "#app/db.server.ts";
import { enqueue } from "#app/queue/enqueue.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { LiveLocation } from "#app/shopify/read-locations.server.ts";
import { guessLocationType } from "./guess-location-type.ts";
import { guessTimeZone } from "./guess-time-zone.ts";
import { leaveClosed } from "./leave-closed.server.ts";

/**
 * What a parcel and a unit cost to handle until the merchant says so, in the shop's currency: a
 * store's picker walks further than a warehouse's.
 */
const handlingCosts = {
  store: { handlingPerParcel: "1.2000", handlingPerUnit: "0.6000" },
  warehouse: { handlingPerParcel: "0.6000", handlingPerUnit: "0.4000" },
  third_party: { handlingPerParcel: "2.0000", handlingPerUnit: "0.5000" },
};

/**
 * Takes over Shopify's locations, all of them. What Shopify does not know of (type, hours, costs) is
 * guessed once and then the merchant's. A location that left Shopify becomes inactive, and its orders
 * are decided anew; one that came back wakes the exceptions that wait for it.
 */
export async function storeLocations(
  tx: Tx,
  shop: ShopContext,
  locations: readonly LiveLocation[],
  shopTimeZone: string,
): Promise<void> {
  const { shopId } = shop;
  // No decision may be under way that still counts on a location closed here.
  await lockShop(tx, shopId, "decide");
  const known = await tx.location.findMany({ where: { shopId } });
  const before = new Map(known.map((location) => [location.locationId, location]));
  for (const location of locations) {
    const facts = factsOf(location);
    await tx.location.upsert({
      where: { shopId_locationId: { shopId, locationId: location.id } },
      create: { shopId, locationId: location.id, ...facts, ...guesses(location, shopTimeZone) },
      update: facts,
    });
  }
  await tx.location.updateMany({
    where: { shopId, locationId: { notIn: locations.map((location) => location.id) } },
    data: { active: false },
  });
  const stillOpen = new Set(locations.filter((one) => one.isActive).map((one) => one.id));
  for (const { active, locationId: id, name } of known) {
    if (active && !stillOpen.has(id)) await leaveClosed(tx, shop, { id, name });
  }
  const opened = locations.filter((one) => one.isActive && before.get(one.id)?.active === false);
  if (opened.length > 0) {
    await enqueue(tx, "wake-exceptions", { shopId, events: ["location_reopened"] });
  }
}

function factsOf(location: LiveLocation) {
  const { address } = location;
  return {
    name: location.name,
    active: location.isActive,
    fulfillsOnlineOrders: location.fulfillsOnlineOrders,
    address: [address.address1, address.city].filter(Boolean).join(", "),
    latitude: address.latitude,
    longitude: address.longitude,
    countryCode: address.countryCode,
    provinceCode: address.provinceCode,
    postalCode: address.zip,
    shopifyUpdatedAt: new Date(location.updatedAt),
  };
}

function guesses(location: LiveLocation, shopTimeZone: string) {
  const type = guessLocationType(location);
  const timeZone = guessTimeZone(location.address, shopTimeZone);
  // A store keeps the last unit on the shelf until the merchant says otherwise; a warehouse has no shelf.
  const safetyStock = type === "store" ? 1 : null;
  return { type, timeZone, safetyStock, ...handlingCosts[type] };
}
