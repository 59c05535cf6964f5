/**
 * An order as Shopify has it at this moment. Ids are the numeric part as text, money decimal strings
 * in `currencyCode`, instants ISO 8601, enum values as GraphQL writes them (upper case).
 */
export interface LiveOrder {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
  readonly processedAt: string;
  readonly updatedAt: string;
  readonly cancelledAt: string | null;
  readonly displayFinancialStatus: string | null;
  readonly displayFulfillmentStatus: string;
  readonly tags: readonly string[];
  readonly sourceName: string | null;
  readonly customerTags: readonly string[];
  readonly currencyCode: string;
  readonly shippingLine: { readonly title: string; readonly code: string | null } | null;
  readonly shippingAddress: LiveAddress | null;
  /** ACCEPT, CANCEL, INVESTIGATE or NONE. */
  readonly riskRecommendation: string;
  /** The highest level any analysis gives; null or absent while none does. */
  readonly riskLevel?: "low" | "medium" | "high" | null;
  readonly lineItems: readonly LiveLineItem[];
  readonly fulfillmentOrders: readonly LiveFulfillmentOrder[];
}

/** An order as a whole, without its lines and fulfillment orders. */
export type LiveOrderHead = Omit<LiveOrder, "lineItems" | "fulfillmentOrders">;

/** No name, no street: routing needs the place only. */
export interface LiveAddress {
  readonly city: string | null;
  readonly provinceCode: string | null;
  readonly countryCodeV2: string | null;
  readonly zip: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

export interface LiveLineItem {
  readonly id: string;
  readonly sku: string;
  readonly title: string;
  /** Units ordered. */
  readonly quantity: number;
  /** Units still wanted: ordered less removed or refunded. */
  readonly currentQuantity: number;
  /** Units still wanted and not yet fulfilled. */
  readonly unfulfilledQuantity: number;
  /** After discounts spread over the line, before tax. */
  readonly unitPrice: string;
  readonly requiresShipping: boolean;
  /** Null for custom lines and deleted variants. */
  readonly variantId: string | null;
  readonly inventoryItemId: string | null;
}

export interface LiveFulfillmentOrder {
  readonly id: string;
  readonly status: FulfillmentOrderStatus;
  readonly requestStatus: string;
  /** Null when the location was deleted. */
  readonly assignedLocationId: string | null;
  /** LOCAL, NONE, PICKUP_POINT, PICK_UP, RETAIL, SHIPPING; null when Shopify names none. */
  readonly deliveryMethodType: string | null;
  readonly supportedActions: readonly FulfillmentOrderAction[];
  readonly holds: readonly LiveHold[];
  readonly lines: readonly LiveFulfillmentOrderLine[];
}

export type FulfillmentOrderStatus =
  "OPEN" | "SCHEDULED" | "ON_HOLD" | "IN_PROGRESS" | "INCOMPLETE" | "CLOSED" | "CANCELLED";

export type FulfillmentOrderAction =
  | "CREATE_FULFILLMENT"
  | "REQUEST_FULFILLMENT"
  | "CANCEL_FULFILLMENT_ORDER"
  | "MOVE"
  | "REQUEST_CANCELLATION"
  | "MARK_AS_OPEN"
  | "RELEASE_HOLD"
  | "HOLD"
  | "EXTERNAL"
  | "SPLIT"
  | "MERGE"
  | "REPORT_PROGRESS";

export interface LiveHold {
  readonly id: string;
  readonly handle: string | null;
  readonly reason: string;
  /** True when Backroom placed it. */
  readonly heldByRequestingApp: boolean;
}

export interface LiveFulfillmentOrderLine {
  readonly id: string;
  readonly lineItemId: string;
  readonly inventoryItemId: string | null;
  readonly totalQuantity: number;
  readonly remainingQuantity: number;
}

/** Units of one fulfillment-order line, as the mutations take them. */
export interface FulfillmentOrderLineUnits {
  readonly fulfillmentOrderLineId: string;
  readonly units: number;
}
