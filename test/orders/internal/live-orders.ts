import type {
  FulfillmentOrderAction,
  LiveFulfillmentOrder,
  LiveLineItem,
  LiveOrder,
} from "#app/shopify/live-order.ts";

const ACTIONS: readonly FulfillmentOrderAction[] = ["MOVE", "HOLD", "SPLIT", "CREATE_FULFILLMENT"];

/** An open fulfillment order; `units` is line item id -> remaining units. */
export function fulfillmentOrder(
  id: string,
  locationId: string,
  units: Readonly<Record<string, number>>,
  changes: Partial<LiveFulfillmentOrder> = {},
): LiveFulfillmentOrder {
  return {
    id,
    status: "OPEN",
    requestStatus: "UNSUBMITTED",
    assignedLocationId: locationId,
    deliveryMethodType: "SHIPPING",
    supportedActions: ACTIONS,
    holds: [],
    lines: Object.entries(units).map(([lineItemId, remainingQuantity]) => ({
      id: `${id}-${lineItemId}`,
      lineItemId,
      inventoryItemId: `item-${lineItemId}`,
      totalQuantity: remainingQuantity,
      remainingQuantity,
    })),
    ...changes,
  };
}

export function lineItem(id: string, quantity: number, unitPrice = "10.00"): LiveLineItem {
  return {
    id,
    sku: `SKU-${id}`,
    title: `Thing ${id}`,
    quantity,
    currentQuantity: quantity,
    unfulfilledQuantity: quantity,
    unitPrice,
    requiresShipping: true,
    variantId: `variant-${id}`,
    inventoryItemId: `item-${id}`,
  };
}

/** An order for Denver, paid with standard shipping, not yet fulfilled. */
export function liveOrder(changes: Partial<LiveOrder> = {}): LiveOrder {
  return {
    id: "1",
    name: "#1001",
    createdAt: "2026-11-21T14:00:00Z",
    processedAt: "2026-11-21T14:00:00Z",
    updatedAt: "2026-11-21T14:00:01Z",
    cancelledAt: null,
    displayFinancialStatus: "PAID",
    displayFulfillmentStatus: "UNFULFILLED",
    tags: [],
    sourceName: "web",
    customerTags: [],
    currencyCode: "USD",
    shippingLine: { title: "Standard", code: "standard" },
    shippingAddress: {
      city: "Denver",
      provinceCode: "CO",
      countryCodeV2: "US",
      zip: "80203",
      latitude: 39.73,
      longitude: -104.98,
    },
    riskRecommendation: "ACCEPT",
    lineItems: [lineItem("a", 2)],
    fulfillmentOrders: [fulfillmentOrder("f1", "denver", { a: 2 })],
    ...changes,
  };
}
