import type { TrialFacts } from "#app/orders/try-order.ts";
import type { DeliveryMethod } from "#app/routing/ruleset.ts";

/** The JSON kept of a past order: as Shopify described it, so that a new rate card can read it anew. */
export interface PastOrderFacts {
  readonly order: TrialFacts;
  readonly lines: readonly PastLine[];
  /** Told by a file; null: the placements tell. */
  readonly deliveryMethod: DeliveryMethod | null;
}

export interface PastLine {
  readonly lineItemId: string;
  readonly inventoryItemId: string | null;
  readonly sku: string;
  readonly units: number;
  readonly unitPrice: string;
}
