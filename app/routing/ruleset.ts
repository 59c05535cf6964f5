/**
 * The merchant's rules as data, the same shape in a scenario file, in a published rule version and
 * in an export. Money is a decimal string; see `docs/scenario.md` for every field's meaning.
 */

/** Every key given must fit, by any value of its list. No key means "always". */
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
}

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
}

export type Priority =
  | "lowest_cost"
  | "fewest_parcels"
  | "nearest"
  | "earliest_delivery"
  | "location_rank"
  | "store_first"
  | "warehouse_first";

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
  | "exception";

export interface Ruleset {
  readonly guardrails: readonly Guardrail[];
  readonly lanes: readonly Lane[];
  readonly whenNothingFits: readonly FallbackStep[];
}
