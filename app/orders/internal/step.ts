import type { FulfillmentOrderLineUnits } from "#app/shopify/live-order.ts";

/** The one next change that brings Shopify nearer to the plan. */
export type Step =
  | { readonly kind: "none" }
  | {
      readonly kind: "move";
      readonly fulfillmentOrderId: string;
      readonly toLocationId: string;
      /** Null moves the whole fulfillment order. */
      readonly lines: readonly FulfillmentOrderLineUnits[] | null;
      readonly units: readonly MovedUnits[];
    }
  /** Progress reported for a task that is gone blocks a move; Shopify wants it undone first. */
  | { readonly kind: "open"; readonly fulfillmentOrderId: string }
  | { readonly kind: "hold"; readonly fulfillmentOrderId: string }
  | {
      readonly kind: "release";
      readonly fulfillmentOrderId: string;
      readonly holdIds: readonly string[];
    }
  /** Shopify does not offer the action that is needed. */
  | { readonly kind: "blocked"; readonly fulfillmentOrderId: string; readonly needs: string };

export interface MovedUnits {
  readonly lineItemId: string;
  readonly inventoryItemId: string | null;
  readonly fromLocationId: string;
  readonly units: number;
}
