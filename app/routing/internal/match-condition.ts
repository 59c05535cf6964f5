import type { Condition } from "../ruleset.ts";
import type { Item, Order } from "../snapshot.ts";
import { parseMoney } from "./money.ts";

/** Which SKUs of the order a condition selects, in the order of `items`; null when it does not fit. */
export function matchCondition(
  condition: Condition | undefined,
  order: Order,
  items: readonly Item[],
): boolean[] | null {
  if (!condition) return items.map(() => true);
  if (!fitsOrder(condition, order) || !fitsValue(condition, order)) return null;
  const selected = items.map((item) => selectsItem(condition, item));
  return selected.includes(true) ? selected : null;
}

function fitsOrder(condition: Condition, order: Order): boolean {
  return (
    sharesAny(condition.orderTags, order.tags) &&
    sharesAny(condition.customerTags, order.customerTags) &&
    isAmong(condition.channels, order.channel) &&
    isAmong(condition.countryCodes, order.destination.countryCode) &&
    isAmong(condition.provinceCodes, order.destination.provinceCode) &&
    isAmong(condition.deliveryMethods, order.deliveryMethod)
  );
}

function fitsValue(condition: Condition, order: Order): boolean {
  if (condition.minOrderValue === undefined && condition.maxOrderValue === undefined) return true;
  const value = order.lines.reduce(
    (sum, line) => sum + BigInt(line.quantity) * BigInt(parseMoney(line.unitPrice)),
    0n,
  );
  return (
    (condition.minOrderValue === undefined || value >= parseMoney(condition.minOrderValue)) &&
    (condition.maxOrderValue === undefined || value <= parseMoney(condition.maxOrderValue))
  );
}

function selectsItem(condition: Condition, item: Item): boolean {
  return isAmong(condition.skus, item.sku) && sharesAny(condition.itemTags, item.tags);
}

function isAmong(wanted: readonly string[] | undefined, actual: string | null): boolean {
  return !wanted || (actual !== null && wanted.includes(actual));
}

function sharesAny(wanted: readonly string[] | undefined, actual: readonly string[]): boolean {
  return !wanted || wanted.some((value) => actual.includes(value));
}
