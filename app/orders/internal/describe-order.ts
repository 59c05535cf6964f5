import type { RiskLevel } from "#app/routing/ruleset.ts";
import type { ServiceRates } from "#app/routing/snapshot.ts";
import type { LiveAddress, LiveOrder } from "#app/shopify/live-order.ts";

/** What Shopify says of an order as a whole; past orders are kept in this form. */
export type DescribedOrder = Omit<LiveOrder, "lineItems" | "fulfillmentOrders">;

/** What routing keeps of an order, apart from its lines. */
export interface OrderFacts {
  readonly orderId: string;
  readonly name: string;
  readonly placedAt: string;
  readonly channel: string | null;
  readonly service: string;
  readonly maxDeliveryDays: number | null;
  readonly tags: readonly string[];
  readonly customerTags: readonly string[];
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly city: string;
  readonly countryCode: string | null;
  readonly provinceCode: string | null;
  readonly postalCode: string | null;
  readonly riskLevel: RiskLevel | null;
}

/**
 * The order's facts in the words of the engine. Shopify's fraud advice becomes an order tag
 * ("risk:investigate", "risk:cancel"), so that a guardrail's condition can name it.
 */
export function describeOrder(live: DescribedOrder, rates: readonly ServiceRates[]): OrderFacts {
  const matched = matchService(live, rates);
  return {
    orderId: live.id,
    name: live.name,
    placedAt: live.processedAt ?? live.createdAt,
    channel: live.sourceName === "web" ? "online_store" : live.sourceName,
    service: (matched ?? usualService(rates)).service,
    maxDeliveryDays: matched ? promisedDays(matched) : null,
    tags: [...live.tags, ...riskTags(live.riskRecommendation)],
    customerTags: live.customerTags,
    ...describeDestination(live.shippingAddress),
    riskLevel: live.riskLevel ?? null,
  };
}

type Destination = Pick<
  OrderFacts,
  "latitude" | "longitude" | "city" | "countryCode" | "provinceCode" | "postalCode"
>;

const NOWHERE: Destination = {
  latitude: null,
  longitude: null,
  city: "",
  countryCode: null,
  provinceCode: null,
  postalCode: null,
};

/** Half a coordinate is none. */
function describeDestination(address: LiveAddress | null): Destination {
  if (!address) return NOWHERE;
  const { latitude, longitude } = address;
  const isLocated = latitude !== null && longitude !== null;
  return {
    latitude: isLocated ? latitude : null,
    longitude: isLocated ? longitude : null,
    city: address.city ?? "",
    countryCode: address.countryCodeV2,
    provinceCode: address.provinceCode,
    postalCode: address.zip,
  };
}

/** The rate card's service the customer paid for: by code or title, else by a word of the title. */
function matchService(
  live: DescribedOrder,
  rates: readonly ServiceRates[],
): ServiceRates | undefined {
  if (!live.shippingLine) return undefined;
  const names = [live.shippingLine.code, live.shippingLine.title].map((name) =>
    (name ?? "").trim().toLowerCase(),
  );
  const exact = rates.find((rate) => names.includes(rate.service.toLowerCase()));
  return exact ?? rates.find((rate) => names.some((name) => hasWord(name, rate.service)));
}

function hasWord(name: string, service: string): boolean {
  return name.split(/[^\p{L}\p{N}]+/u).includes(service.toLowerCase());
}

function usualService(rates: readonly ServiceRates[]): ServiceRates {
  const usual = rates.find((rate) => rate.service === "standard") ?? rates[0];
  if (!usual) throw new Error("The rate card has no service.");
  return usual;
}

/** A service promises its slowest zone's transit, after one day to pack. */
function promisedDays(rate: ServiceRates): number {
  return Math.max(...rate.zones.map((zone) => zone.transitDays)) + 1;
}

function riskTags(recommendation: string | null): string[] {
  if (recommendation !== "INVESTIGATE" && recommendation !== "CANCEL") return [];
  return [`risk:${recommendation.toLowerCase()}`];
}
