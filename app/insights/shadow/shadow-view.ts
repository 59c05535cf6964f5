import type { Difference } from "../pilot/statistics/interval.ts";
import type { ShopFormat } from "#app/shops/read-shop-format.server.ts";

/** A run as a list shows it. Instants are ISO 8601. */
export interface ShadowHead {
  readonly shadowId: string;
  readonly draftId: string;
  readonly name: string;
  readonly startedAt: string;
  readonly startedBy: string;
  /** Null while it runs. */
  readonly stoppedAt: string | null;
  readonly stoppedBy: string;
  readonly orders: number;
  readonly differing: number;
}

export interface ShadowsView {
  readonly format: ShopFormat;
  /** Drafts that may start now. */
  readonly drafts: readonly { readonly value: string; readonly label: string }[];
  readonly runs: readonly ShadowHead[];
  readonly mayChange: boolean;
}

/** One side of the report. */
export interface ShadowSide {
  /** Mean over orders that both sides ship in full; null without one. Money as a decimal string. */
  readonly cost: string | null;
  readonly days: number | null;
  readonly split: number;
  /** Orders that do not ship in full: held, in part, or not at all. */
  readonly exceptions: number;
}

export interface ShadowReport {
  readonly format: ShopFormat;
  readonly head: ShadowHead;
  /** The draft was edited after the run began: the run goes on with the rules it began with. */
  readonly isOutdated: boolean;
  readonly live: ShadowSide;
  readonly shadow: ShadowSide;
  /** Orders both sides ship in full: what costs and days are of. */
  readonly compared: number;
  /** Mean cost of an order in the shadow less live, order by order; null for fewer than five. */
  readonly saving: Difference | null;
  readonly avoided: number;
  readonly created: number;
  readonly places: readonly PlaceLoad[];
  readonly orders: readonly DifferingOrder[];
  readonly page: number;
  readonly perPage: number;
  readonly mayChange: boolean;
}

export interface PlaceLoad {
  readonly name: string;
  readonly live: number;
  readonly shadow: number;
}

export interface DifferingOrder {
  readonly orderId: string;
  readonly name: string;
  readonly before: string;
  readonly after: string;
  /** Shadow less live; null where either ships nothing. */
  readonly costDifference: string | null;
}
