import type { ShopFormat } from "#app/shops/read-shop-format.server.ts";

/** What became of an order after a person chose its location. */
export type OverrideOutcome = "shipped" | "shipped_late" | "rejected" | "replaced" | "under_way";

export interface OverrideView {
  readonly decisionId: string;
  readonly orderId: string;
  readonly orderName: string;
  /** ISO 8601. */
  readonly at: string;
  readonly actor: string;
  readonly reason: string;
  /** "1 from Denver · $9.10 · 2 days". */
  readonly chosen: string;
  readonly engines: string;
  /** Chosen less the engine's, 4 decimals; null where either ships nothing. */
  readonly costDifference: string | null;
  readonly daysDifference: number | null;
  readonly outcome: OverrideOutcome;
}

export interface OverrideTotals {
  readonly overrides: number;
  /** Of them, those both plans ship in full. */
  readonly compared: number;
  readonly costDifference: string;
  readonly daysDifference: number;
  /** The person chose just what the engine would have. */
  readonly same: number;
  readonly rejected: number;
  readonly late: number;
}

export interface OverridesView {
  readonly format: ShopFormat;
  readonly totals: OverrideTotals;
  readonly overrides: readonly OverrideView[];
  readonly perPage: number;
}
