import type { FallbackStep, Priority } from "./ruleset.ts";

/** What the engine decided and why: the object a scenario run prints, one per order. */
export interface Decision {
  readonly orderId: string;
  readonly outcome: Outcome;
  /** Id of the lane whose priorities decided; null when none fitted (then lowest cost decides). */
  readonly lane: string | null;
  /** Money with 4 decimals; null without parcels. */
  readonly cost: string | null;
  readonly deliveryDays: number | null;
  readonly parcels: readonly Parcel[];
  readonly unfilled: readonly UnfilledUnits[];
  readonly proof: Proof;
  /** Every "when nothing fits" step taken, in order. */
  readonly relaxed: readonly FallbackStep[];
  readonly explanation: Explanation;
}

export type Outcome = "planned" | "partial" | "held" | "unfillable";

export interface Parcel {
  readonly locationId: string;
  readonly distanceKm: number | null;
  readonly deliveryDays: number;
  /** Leaves out the split penalty. */
  readonly cost: string;
  readonly lines: readonly Allocation[];
}

/** Units of an order line given to a location. */
export interface Allocation {
  readonly lineId: string;
  readonly quantity: number;
}

export interface UnfilledUnits {
  readonly lineId: string;
  readonly quantity: number;
  /** `backorder`, `hold`, `exception`, `substitute`, `no_plan`, or the text of the guardrail that held the order. */
  readonly reason: string;
}

export interface Proof {
  readonly optimal: boolean;
  /** Proven lower bound on the first priority (upper, on a margin); null without parcels. */
  readonly bound: string | null;
  /** Search nodes visited. */
  readonly nodes: number;
}

export interface Explanation {
  readonly locations: readonly LocationVerdict[];
  readonly alternatives: readonly Alternative[];
  readonly flip: Flip | null;
}

export interface LocationVerdict {
  readonly locationId: string;
  readonly verdict: "chosen" | "eligible" | "excluded";
  readonly reasons: readonly ExclusionReason[];
}

export type ExclusionCode =
  | "paused"
  | "no_capacity"
  | "pickup_elsewhere"
  | "no_stock"
  | "only_from"
  | "never_from"
  | "min_available"
  | "within_km"
  | "within_promise"
  | "stay_in_country"
  | "stay_in_province"
  | "before_cutoff";

export interface ExclusionReason {
  readonly code: ExclusionCode;
  readonly rule?: string;
  readonly lineId?: string;
}

export interface Alternative {
  readonly parcels: readonly Parcel[];
  readonly cost: string;
  readonly lostOn: Priority | "unknown_distance" | "tie_break";
}

/** The smallest change of one figure that makes a new decision differ. */
export type Flip =
  | {
      readonly change: "stock";
      readonly locationId: string;
      readonly sku: string;
      readonly from: number;
      readonly to: number;
    }
  | {
      readonly change: "cost";
      readonly locationId: string;
      readonly from: string;
      readonly to: string;
    }
  | { readonly change: "rule"; readonly rule: string; readonly from: "on"; readonly to: "off" };
