import type { Condition, DeliveryMethod } from "#app/routing/ruleset.ts";
import type { RuleWords } from "./rule-words.ts";
import { joinWords } from "./join-words.ts";

const METHODS: Readonly<Record<DeliveryMethod, string>> = {
  shipping: "shipped",
  local: "delivered locally",
  pickup: "picked up in store",
};

/**
 * Whom a rule is about: "Every order", "Items tagged fragile in orders shipped to CA over 150 USD".
 * The first letter is a capital one.
 */
export function describeOrders(condition: Condition | undefined, words: RuleWords): string {
  const items = describeItems(condition);
  const orders = describeOrderParts(condition, words);
  if (items === "" && orders.length === 0) return "Every order";
  if (items === "") return `Orders ${orders.join(" ")}`;
  if (orders.length === 0) return items;
  return `${items} in orders ${orders.join(" ")}`;
}

function describeItems(condition: Condition | undefined): string {
  const parts = [
    condition?.itemTags ? `tagged ${quoteAny(condition.itemTags)}` : "",
    condition?.skus ? `with SKU ${joinWords(condition.skus, "or")}` : "",
  ].filter(Boolean);
  return parts.length === 0 ? "" : `Items ${parts.join(" ")}`;
}

function describeOrderParts(condition: Condition | undefined, words: RuleWords): string[] {
  if (!condition) return [];
  const { countryCodes, provinceCodes, channels, orderTags, customerTags } = condition;
  const methods = condition.deliveryMethods?.map((method) => METHODS[method]);
  return [
    methods ? `that are ${joinWords(methods, "or")}` : "",
    countryCodes ? `going to ${joinWords(countryCodes, "or")}` : "",
    provinceCodes ? `going to ${joinWords(provinceCodes, "or")}` : "",
    channels ? `from ${joinWords(channels.map(nameChannel), "or")}` : "",
    orderTags ? `tagged ${quoteAny(orderTags)}` : "",
    customerTags ? `of customers tagged ${quoteAny(customerTags)}` : "",
    describeValue(condition, words.currency),
  ].filter(Boolean);
}

function describeValue({ minOrderValue, maxOrderValue }: Condition, currency: string): string {
  const least = minOrderValue === undefined ? "" : `of ${minOrderValue} ${currency} or more`;
  const most = maxOrderValue === undefined ? "" : `of ${maxOrderValue} ${currency} or less`;
  if (least && most) return `of ${minOrderValue} to ${maxOrderValue} ${currency}`;
  return least || most;
}

function nameChannel(channel: string): string {
  return channel === "online_store" ? "the online store" : channel;
}

function quoteAny(tags: readonly string[]): string {
  return joinWords(
    tags.map((tag) => `“${tag}”`),
    "or",
  );
}
