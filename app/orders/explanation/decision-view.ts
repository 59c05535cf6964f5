import type { Outcome } from "#app/routing/plan.ts";
import type { ReasonInWords } from "./describe-reasons.ts";
import type { Maker } from "./facts.ts";

/** A decision as a page shows it. Money is a decimal string in the currency it was decided in. */
export interface DecisionView {
  readonly outcome: Outcome;
  readonly maker: Maker;
  /** The lane that decided it; null when none did. */
  readonly lane: string | null;
  /** One or two sentences: why it ships from there. */
  readonly why: string;
  /** Null when nothing ships. */
  readonly proof: string | null;
  readonly flip: string | null;
  readonly relaxed: readonly string[];
  readonly cost: string | null;
  readonly deliveryDays: number | null;
  readonly promisedDays: number | null;
  readonly destination: Point | null;
  readonly parcels: readonly ParcelView[];
  readonly unfilled: readonly UnfilledView[];
  /** The first of `verdictCount`, chosen ones first, then by price, then by distance. */
  readonly verdicts: readonly VerdictView[];
  readonly verdictCount: number;
  readonly alternatives: readonly AlternativeView[];
  /** Chosen locations first; the first of `stockCount` rows. */
  readonly stock: readonly StockView[];
  readonly stockCount: number;
}

/** Degrees. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

export interface ParcelView {
  readonly locationId: string;
  readonly name: string;
  readonly point: Point | null;
  readonly km: number | null;
  /** Null, like the cost, where staff moved it and nobody reckoned. */
  readonly deliveryDays: number | null;
  /** Without the split penalty. */
  readonly cost: string | null;
  readonly lines: readonly { readonly title: string; readonly units: number }[];
}

export interface UnfilledView {
  readonly title: string;
  readonly units: number;
  readonly reason: string;
}

export interface VerdictView {
  readonly locationId: string;
  readonly name: string;
  readonly verdict: "chosen" | "eligible" | "excluded";
  readonly km: number | null;
  readonly point: Point | null;
  /** Cost of everything from here minus the plan's; null when it cannot ship the whole order. */
  readonly dearer: string | null;
  readonly reasons: readonly ReasonInWords[];
}

export interface AlternativeView {
  readonly shipsFrom: string;
  readonly cost: string;
  /** Fits after "lost because". */
  readonly lostBecause: string;
}

export interface StockView {
  readonly location: string;
  readonly title: string;
  /** Null: Shopify does not count this item's stock. */
  readonly available: number | null;
  readonly safetyStock: number;
  /** What could be promised: available less safety stock, never below zero; null as above. */
  readonly promisable: number | null;
}
