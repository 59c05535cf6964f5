/**
 * The merchant's rules as data, the same shape in a scenario file, in a published rule version and
 * in an export. Money is a decimal string. `docs/scenario.md` gives the meaning of the fields of
 * version 1, `docs/rule-language.md` that of those marked "product", which scenario files refuse.
 */

/**
 * Every key given must fit, by any value of its list; with `match: "any"` one of them is enough.
 * A pair of bounds (value, weight, time) is one key. No key means "always".
 */
export interface Condition {
  readonly orderTags?: readonly string[];
  readonly channels?: readonly string[];
  readonly customerTags?: readonly string[];
  readonly countryCodes?: readonly string[];
  readonly provinceCodes?: readonly string[];
  readonly minOrderValue?: string;
  readonly maxOrderValue?: string;
  readonly deliveryMethods?: readonly DeliveryMethod[];
  readonly itemTags?: readonly string[];
  readonly skus?: readonly string[];
  /** Product: whether all keys must fit, as when absent, or any. */
  readonly match?: "all" | "any";
  /** Product: how the destination's postal code begins; case and spaces do not matter. */
  readonly postalPrefixes?: readonly string[];
  /** Product: some location of type store lies within this great-circle distance. */
  readonly nearestStoreWithinKm?: number;
  /** Product: the delivery service the customer paid for. */
  readonly services?: readonly string[];
  /** Product: weight of all units of all lines, inclusive. */
  readonly minWeightKg?: number;
  readonly maxWeightKg?: number;
  /** Product: Shopify's fraud analysis. */
  readonly riskLevels?: readonly RiskLevel[];
  /** Product: day on which the order was placed in the shop's time zone, 1 (Monday) to 7. */
  readonly weekdays?: readonly number[];
  /** Product: time of day "HH:MM" from which the order was placed, shop time. */
  readonly timeFrom?: string;
  /** Product: time before which it was placed; at or before `timeFrom` it is the next day's. */
  readonly timeTo?: string;
  /** Product: these select lines, as `itemTags` does. */
  readonly productTypes?: readonly string[];
  readonly vendors?: readonly string[];
  readonly collections?: readonly string[];
}

export type RiskLevel = "low" | "medium" | "high";
export type DeliveryMethod = "shipping" | "local" | "pickup";
export type LocationType = "store" | "warehouse" | "third_party" | "vendor";

export interface LocationSelector {
  readonly types?: readonly LocationType[];
  readonly ids?: readonly string[];
  readonly groups?: readonly string[];
}

/** A hard limit. Its effects bind the lines its condition selects; `hold` binds the order. */
export interface Guardrail {
  readonly id: string;
  readonly when?: Condition;
  readonly onlyFrom?: LocationSelector;
  readonly neverFrom?: LocationSelector;
  readonly minAvailable?: number;
  readonly withinKm?: number;
  readonly withinPromise?: true;
  readonly maxParcels?: number;
  readonly minParcelValue?: string;
  readonly sameParcel?: true;
  readonly minMargin?: string;
  readonly hold?: string;
  /** Product: the line-by-line effects bar these locations only; not with effects on whole plans. */
  readonly at?: LocationSelector;
  /** Product: only from the destination's country; a pickup always stays. */
  readonly stayInCountry?: true;
  /** Product: only from the destination's country and province. */
  readonly stayInProvince?: true;
  /** Product: not from a location past its cutoff today. */
  readonly beforeCutoff?: true;
}

export type Priority =
  | "lowest_cost"
  | "fewest_parcels"
  | "nearest"
  | "earliest_delivery"
  | "location_rank"
  | "store_first"
  | "warehouse_first"
  /** Product, as are the rest: units from the shelves where they have lain longest. */
  | "clear_aged_stock"
  /** Units from the shelves that will last longest. */
  | "spare_scarce_stock"
  /** Parcels from the locations that have used least of today's capacity. */
  | "level_load"
  /** What the units shipped earn after goods and plan cost. */
  | "highest_margin";

/** A kind of order with its own priorities; the first lane that fits decides. */
export interface Lane {
  readonly id: string;
  readonly when?: Condition;
  readonly priorities: readonly Priority[];
}

export type FallbackStep =
  | "allow_split"
  | "relax_promise"
  | "below_safety_stock"
  | "partial"
  | "backorder"
  | "hold"
  | "exception"
  /** Product: each `maxParcels` allows one more. */
  | "one_more_parcel"
  /** Product: `withinPromise` allows a day more. */
  | "promise_one_day_later"
  /** Product: ends the search like `backorder`; a person or the app offers another item. */
  | "substitute";

export interface Ruleset {
  readonly guardrails: readonly Guardrail[];
  readonly lanes: readonly Lane[];
  readonly whenNothingFits: readonly FallbackStep[];
}
