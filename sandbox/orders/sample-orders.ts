import { FIRST_CITIES, MORE_CITIES, type City } from "../locations/sample-cities.ts";
import type { ShopState } from "../shop/state.ts";
import type { NewOrder } from "./place-order.ts";

const FIRST_NAMES = ["Ada", "Ben", "Chloe", "Diego", "Esme", "Farid", "Grace", "Hugo", "Iris"];
const LAST_NAMES = ["Abbott", "Baker", "Castillo", "Dunn", "Evans", "Fischer", "Garcia", "Hill"];
const STREETS = ["Elm Street", "Oak Avenue", "Pine Road", "Cedar Lane", "Birch Way"];

const PICKUP_SHARE = 0.08;
const EXPRESS_SHARE = 0.15;
const GIFT_SHARE = 0.06;
const VIP_SHARE = 0.1;
const HIGH_RISK_SHARE = 0.02;
const UNKNOWN_COORDINATES_SHARE = 0.03;

/** Lines per basket: most customers buy one or two things. */
const BASKET_SIZES = [1, 1, 1, 1, 1, 2, 2, 2, 3, 4] as const;

/** What the next sample customer buys. The same random numbers give the same orders. */
export function nextSampleOrder(shop: ShopState, random: () => number): NewOrder {
  const lines = basket(shop, random);
  const customer = customerPart(random);
  if (random() < PICKUP_SHARE) {
    const pickupLocationId = pickupLocation(shop, random);
    if (pickupLocationId !== undefined) {
      return { lines, ...customer, deliveryMethod: "pickup", pickupLocationId };
    }
  }
  return {
    lines,
    ...customer,
    destination: { ...customer.destination, ...addressIn(random) },
    shippingLine:
      random() < EXPRESS_SHARE
        ? { title: "Express", code: "express", price: "19.90" }
        : { title: "Standard", code: "standard", price: "6.90" },
    tags: random() < GIFT_SHARE ? ["gift"] : [],
    riskLevel: random() < HIGH_RISK_SHARE ? "high" : "low",
  };
}

function pick<Item>(items: readonly Item[], random: () => number): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error("Nothing to pick from");
  return item;
}

function basket(shop: ShopState, random: () => number): NewOrder["lines"] {
  const skus = [...shop.variantsBySku.keys()];
  const chosen = new Set<string>();
  const size = Math.min(pick(BASKET_SIZES, random), skus.length);
  while (chosen.size < size) chosen.add(pick(skus, random));
  return [...chosen].map((sku) => ({ sku, quantity: random() < 0.8 ? 1 : 2 }));
}

function customerPart(random: () => number) {
  const firstName = pick(FIRST_NAMES, random);
  const lastName = pick(LAST_NAMES, random);
  return {
    destination: { firstName, lastName },
    email: `${firstName}.${lastName}@example.com`.toLowerCase(),
    customerTags: random() < VIP_SHARE ? ["vip"] : [],
  };
}

function pickupLocation(shop: ShopState, random: () => number): string | undefined {
  const stores = [...shop.locations.values()].filter(
    ({ active, localPickup }) => active && localPickup !== null,
  );
  return stores.length === 0 ? undefined : pick(stores, random).id;
}

/** An address up to some 30 km around a US city. */
function addressIn(random: () => number) {
  const cities: readonly City[] = [...FIRST_CITIES, ...MORE_CITIES];
  const [city, province, provinceCode, zip, latitude, longitude] = pick(cities, random);
  const near = (degrees: number) => Number((degrees + (random() - 0.5) * 0.5).toFixed(4));
  const place = { latitude: near(latitude), longitude: near(longitude) };
  const unknown = random() < UNKNOWN_COORDINATES_SHARE;
  return {
    address1: `${1 + Math.floor(random() * 999)} ${pick(STREETS, random)}`,
    city,
    province,
    provinceCode,
    zip,
    ...(unknown ? { latitude: null, longitude: null } : place),
  };
}
