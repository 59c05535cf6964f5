import type { Condition, DeliveryMethod } from "#app/routing/ruleset.ts";
import { describeMoment } from "./describe-moment.ts";
import { joinWords } from "./join-words.ts";
import { quoteAny } from "./quote-any.ts";
import type { RuleWords } from "./rule-words.ts";

const METHODS: Readonly<Record<DeliveryMethod, string>> = {
  shipping: "shipped",
  local: "delivered locally",
  pickup: "picked up in store",
};

/** What a condition says of the order as a whole, a part per key: "going to CA", "of 150 USD or more". */
export function describeOrderKeys(condition: Condition, words: RuleWords): string[] {
  return [
    ...describeDelivery(condition),
    ...describeDestination(condition),
    ...describeOrigin(condition),
    describeValue(condition, words.currency),
    describeWeight(condition),
    ...describeMoment(condition),
  ].filter(Boolean);
}

function describeDelivery({ deliveryMethods, services }: Condition): string[] {
  return [
    deliveryMethods
      ? `${joinWords(
          deliveryMethods.map((method) => METHODS[method]),
          "or",
        )}`
      : "",
    services ? `with the service ${quoteAny(services)}` : "",
  ];
}

function describeDestination(condition: Condition): string[] {
  const { countryCodes, provinceCodes, postalPrefixes, nearestStoreWithinKm } = condition;
  return [
    countryCodes ? `going to ${joinWords(countryCodes, "or")}` : "",
    provinceCodes ? `going to ${joinWords(provinceCodes, "or")}` : "",
    postalPrefixes ? `going to postal codes beginning with ${joinWords(postalPrefixes, "or")}` : "",
    nearestStoreWithinKm === undefined
      ? ""
      : `going to within ${nearestStoreWithinKm} km of a store`,
  ];
}

function describeOrigin({ channels, orderTags, customerTags, riskLevels }: Condition): string[] {
  return [
    channels ? `from ${joinWords(channels.map(nameChannel), "or")}` : "",
    orderTags ? `tagged ${quoteAny(orderTags)}` : "",
    customerTags ? `of customers tagged ${quoteAny(customerTags)}` : "",
    riskLevels ? `of ${joinWords(riskLevels, "or")} fraud risk` : "",
  ];
}

function describeValue({ minOrderValue, maxOrderValue }: Condition, currency: string): string {
  return describeRange("of", minOrderValue, maxOrderValue, currency);
}

function describeWeight({ minWeightKg, maxWeightKg }: Condition): string {
  return describeRange("weighing", minWeightKg, maxWeightKg, "kg");
}

type Bound = string | number | undefined;

function describeRange(verb: string, least: Bound, most: Bound, unit: string): string {
  if (least !== undefined && most !== undefined) return `${verb} ${least} to ${most} ${unit}`;
  if (least !== undefined) return `${verb} ${least} ${unit} or more`;
  return most === undefined ? "" : `${verb} ${most} ${unit} or less`;
}

function nameChannel(channel: string): string {
  return channel === "online_store" ? "the online store" : channel;
}
