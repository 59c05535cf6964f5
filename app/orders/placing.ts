import type { Decision } from "#app/routing/plan.ts";
import type { LiveLevel } from "#app/shopify/live-level.ts";
import type { Placement } from "./internal/compare-placement.ts";
import type { KeptUnits } from "./internal/order-units.ts";

/** One run of bringing Shopify to an order's decision. */
export interface Placing {
  readonly orderId: string;
  readonly orderName: string;
  readonly decisionId: string;
  readonly intentId: string;
  /** Fencing: a later run has a higher one, and then this run may not act any more. */
  readonly attempt: number;
  readonly plan: Decision;
  /** Units in tasks of earlier decisions; they stay. */
  readonly kept: readonly KeptUnits[];
  /** Where every unit should be: the plan and what is kept. */
  readonly target: Placement;
  /** Items whose stock is not counted: nothing to check before they move. */
  readonly uncounted: ReadonlySet<string>;
  /** The reading the decision was made from showed the plan, and nothing has happened since. */
  readonly trustsReading: boolean;
}

/** How a run ended. Only `stands` is what was wanted. */
export type PlacingEnd =
  | {
      readonly kind: "stands";
      /** What stands where; null when the decision's own reading is trusted. */
      readonly standing: Placement | null;
      /** Accepted units stand in a fulfillment order whose progress had to be undone. */
      readonly progressLost: boolean;
      readonly moves: number;
      readonly readings: readonly LiveLevel[];
    }
  | {
      readonly kind: "stock_gone";
      readonly locationId: string;
      readonly readings: readonly LiveLevel[];
    }
  /** Somebody held, cancelled or shipped it meanwhile. */
  | { readonly kind: "changed" }
  /** A newer decision or a newer run took over. */
  | { readonly kind: "superseded" }
  | { readonly kind: "refused"; readonly message: string };
