import type { Address } from "../locations/location.ts";
import type { DeliveryMethodType } from "../orders/order.ts";
import type { Id } from "../shop/state.ts";

export type FulfillmentOrderStatus =
  "open" | "scheduled" | "on_hold" | "in_progress" | "incomplete" | "closed" | "cancelled";

export type HoldReason =
  | "awaiting_payment"
  | "awaiting_return_items"
  | "high_risk_of_fraud"
  | "incorrect_address"
  | "inventory_out_of_stock"
  | "online_store_post_purchase_cross_sell"
  | "other"
  | "unknown_delivery_date";

/** Who acts: an app through the API, or (null) a person in the admin. */
export interface Actor {
  appId: string;
  appTitle: string;
}

export interface Hold {
  id: Id;
  reason: HoldReason;
  reasonNotes: string | null;
  /** "" when the app gave none: that, too, is a handle and may be used once per app. */
  handle: string;
  externalId: string | null;
  heldBy: Actor | null;
}

export interface FulfillmentOrderLine {
  id: Id;
  fulfillmentOrderId: Id;
  lineItemId: Id;
  totalQuantity: number;
  remainingQuantity: number;
}

export interface FulfillmentOrder {
  id: Id;
  orderId: Id;
  status: FulfillmentOrderStatus;
  locationId: Id;
  /** The location's name and address as they were when work on it began; null while still live. */
  locationSnapshot: { name: string; address: Address } | null;
  deliveryMethod: { id: Id; type: DeliveryMethodType };
  lines: FulfillmentOrderLine[];
  holds: Hold[];
  /** Progress was reported and not taken back: blocks moving, splitting and cancelling. */
  progressReported: boolean;
  preparedForPickup: boolean;
  /** The sibling that took the units left out of a partial hold; merged back at the last release. */
  heldApartFromId: Id | null;
  fulfillAt: string;
  fulfillBy: string | null;
  createdAt: string;
  updatedAt: string;
}
