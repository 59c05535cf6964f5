import type { Condition } from "../ruleset.ts";
import type { Item, Order } from "../snapshot.ts";
import type { World } from "./build-world.ts";
import { parseMoney } from "./money.ts";

/** What an order must be for a rule to hold: only the keys the condition asks, their text parsed. */
export interface CompiledCondition {
  /** One is enough, of either kind. */
  readonly any: boolean;
  readonly orderTests: readonly ((world: World) => boolean)[];
  readonly itemTests: readonly ((item: Item) => boolean)[];
}

/** Prepares a condition for the many orders it will be held against; null means "always". */
export function compileCondition(condition: Condition | undefined): CompiledCondition | null {
  if (!condition) return null;
  return {
    any: condition.match === "any",
    orderTests: ORDER_TESTS.flatMap((compile) => compile(condition) ?? []),
    itemTests: ITEM_TESTS.flatMap((compile) => compile(condition) ?? []),
  };
}

/** The test a key (or a pair of bounds) stands for; null when the condition does not ask it. */
type OrderTest = (condition: Condition) => ((world: World) => boolean) | null | undefined;
type ItemTest = (condition: Condition) => ((item: Item) => boolean) | null | undefined;

const ORDER_TESTS: readonly OrderTest[] = [
  ({ orderTags }) => sharesAny(orderTags, (order) => order.tags),
  ({ customerTags }) => sharesAny(customerTags, (order) => order.customerTags),
  ({ channels }) => isAmong(channels, (order) => order.channel),
  ({ countryCodes }) => isAmong(countryCodes, (order) => order.destination.countryCode),
  ({ provinceCodes }) => isAmong(provinceCodes, (order) => order.destination.provinceCode),
  ({ deliveryMethods }) => isAmong(deliveryMethods, (order) => order.deliveryMethod),
  ({ services }) => isAmong(services, (order) => order.service),
  ({ riskLevels }) => isAmong(riskLevels, (order) => order.riskLevel ?? null),
  ({ weekdays }) => weekdays && (({ order }) => weekdays.includes(order.weekday ?? 0)),
  ({ postalPrefixes }) => postalPrefixes && beginsWithAny(postalPrefixes),
  ({ nearestStoreWithinKm: km }) => (km === undefined ? null : hasStoreWithin(km * 1000)),
  testValue,
  testWeight,
  testTime,
];

const ITEM_TESTS: readonly ItemTest[] = [
  ({ skus }) => skus && ((item) => skus.includes(item.sku)),
  ({ itemTags }) => itemTags && ((item) => itemTags.some((tag) => item.tags.includes(tag))),
  ({ productTypes }) => productTypes && ((item) => productTypes.includes(item.productType ?? "")),
  ({ vendors }) => vendors && ((item) => vendors.includes(item.vendor ?? "")),
  ({ collections }) =>
    collections && ((item) => collections.some((one) => item.collections?.includes(one))),
];

function isAmong(
  wanted: readonly string[] | undefined,
  read: (order: Order) => string | null,
): ((world: World) => boolean) | null {
  if (!wanted) return null;
  return ({ order }) => {
    const actual = read(order);
    return actual !== null && wanted.includes(actual);
  };
}

function sharesAny(
  wanted: readonly string[] | undefined,
  read: (order: Order) => readonly string[],
): ((world: World) => boolean) | null {
  if (!wanted) return null;
  return ({ order }) => {
    const actual = read(order);
    return wanted.some((value) => actual.includes(value));
  };
}

function beginsWithAny(prefixes: readonly string[]): (world: World) => boolean {
  const plain = prefixes.map(plainPostalCode);
  return ({ order }) => {
    const { postalCode } = order.destination;
    if (postalCode === null) return false;
    const code = plainPostalCode(postalCode);
    return plain.some((prefix) => code.startsWith(prefix));
  };
}

/** Postal codes are written "k1a 0b1" and "K1A0B1" alike. */
function plainPostalCode(code: string): string {
  return code.replaceAll(" ", "").toUpperCase();
}

function hasStoreWithin(reach: number): (world: World) => boolean {
  const most = Math.round(reach);
  return ({ net, metres }) =>
    net.locations.some(({ location }, at) => location.type === "store" && metres[at]! <= most);
}

function testValue({ minOrderValue, maxOrderValue }: Condition) {
  const least = minOrderValue === undefined ? 0n : BigInt(parseMoney(minOrderValue));
  const most = maxOrderValue === undefined ? null : BigInt(parseMoney(maxOrderValue));
  if (minOrderValue === undefined && most === null) return null;
  return ({ lines }: World) => {
    const value = lines.reduce((sum, l) => sum + BigInt(l.quantity) * BigInt(l.price), 0n);
    return value >= least && (most === null || value <= most);
  };
}

function testWeight({ minWeightKg, maxWeightKg }: Condition) {
  if (minWeightKg === undefined && maxWeightKg === undefined) return null;
  const least = toGrams(minWeightKg ?? 0);
  const most = toGrams(maxWeightKg ?? Infinity);
  return ({ items, demand }: World) => {
    const grams = items.reduce((sum, item, sku) => sum + demand[sku]! * toGrams(item.weightKg), 0);
    return grams >= least && grams <= most;
  };
}

function toGrams(kilograms: number): number {
  return Math.round(kilograms * 1000);
}

/** Times are "HH:MM", which compare as text; a window that does not end later runs past midnight. */
function testTime({ timeFrom, timeTo }: Condition) {
  if (timeFrom === undefined && timeTo === undefined) return null;
  const from = timeFrom ?? "00:00";
  const to = timeTo ?? "24:00";
  return ({ order: { localTime } }: World) => {
    if (localTime === undefined) return false;
    return from < to ? localTime >= from && localTime < to : localTime >= from || localTime < to;
  };
}
