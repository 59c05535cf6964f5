import type { Address } from "../locations/location.ts";
import type { Id } from "../shop/state.ts";

export type RiskLevel = "none" | "low" | "medium" | "high" | "pending";
export type CancelReason = "customer" | "declined" | "fraud" | "inventory" | "other" | "staff";
export type FinancialStatus = "paid" | "partially_refunded" | "refunded" | "voided";
export type DeliveryMethodType = "shipping" | "local" | "pick_up";

export interface Customer {
  id: Id;
  email: string | null;
  tags: string[];
  firstName: string;
  lastName: string;
  createdAt: string;
}

export interface ShippingLine {
  id: Id;
  title: string;
  code: string;
  /** Decimal string in the shop's currency. */
  price: string;
}

export interface LineItem {
  id: Id;
  orderId: Id;
  variantId: Id;
  /** Units ordered, before removals. */
  quantity: number;
  /** Units still wanted: ordered less removed, cancelled or refunded. */
  currentQuantity: number;
  fulfilledQuantity: number;
  refundedQuantity: number;
  /** Decimal string in the shop's currency. */
  unitPrice: string;
}

export interface Order {
  id: Id;
  number: number;
  name: string;
  email: string | null;
  createdAt: string;
  processedAt: string;
  updatedAt: string;
  closedAt: string | null;
  cancelledAt: string | null;
  cancelReason: CancelReason | null;
  financialStatus: FinancialStatus;
  tags: string[];
  note: string | null;
  sourceName: string;
  test: boolean;
  edited: boolean;
  riskLevel: RiskLevel;
  customer: Customer | null;
  destinationId: Id | null;
  destination: Address | null;
  shippingLine: ShippingLine | null;
  deliveryMethod: DeliveryMethodType;
  pickupLocationId: Id | null;
  /** Stores the sale when it was made at a till. */
  retailLocationId: Id | null;
  fulfillAt: string | null;
  lineItemIds: Id[];
  fulfillmentOrderIds: Id[];
  fulfillmentIds: Id[];
  refundIds: Id[];
}
