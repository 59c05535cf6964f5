import { numericId } from "./gid.ts";
import type {
  FulfillmentOrderAction,
  FulfillmentOrderStatus,
  LiveAddress,
  LiveFulfillmentOrder,
  LiveFulfillmentOrderLine,
  LiveLineItem,
  LiveOrder,
} from "./live-order.ts";

export interface Page<T> {
  readonly nodes: readonly T[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

export interface RawLine {
  readonly id: string;
  readonly inventoryItemId: string | null;
  readonly totalQuantity: number;
  readonly remainingQuantity: number;
  readonly lineItem: { readonly id: string };
}

export interface RawFulfillmentOrder {
  readonly id: string;
  readonly status: FulfillmentOrderStatus;
  readonly requestStatus: string;
  readonly assignedLocation: { readonly location: { readonly id: string } | null };
  readonly deliveryMethod: { readonly methodType: string } | null;
  readonly supportedActions: readonly { readonly action: FulfillmentOrderAction }[];
  readonly fulfillmentHolds: readonly {
    readonly id: string;
    readonly handle: string | null;
    readonly reason: string;
    readonly heldByRequestingApp: boolean;
  }[];
  readonly lineItems: Page<RawLine>;
}

export interface RawLineItem {
  readonly id: string;
  readonly sku: string | null;
  readonly title: string;
  readonly quantity: number;
  readonly currentQuantity: number;
  readonly unfulfilledQuantity: number;
  readonly requiresShipping: boolean;
  readonly discountedUnitPriceAfterAllDiscountsSet: {
    readonly shopMoney: { readonly amount: string };
  };
  readonly variant: {
    readonly id: string;
    readonly inventoryItem: { readonly id: string };
  } | null;
}

/** An order as `documents/orders.ts` asks for it, apart from its lines and fulfillment orders. */
export interface RawOrderHead {
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
  readonly currencyCode: string;
  readonly customer: { readonly tags: readonly string[] } | null;
  readonly shippingLine: { readonly title: string; readonly code: string | null } | null;
  readonly shippingAddress: LiveAddress | null;
  readonly risk: {
    readonly recommendation: string;
    /** HIGH, LOW, MEDIUM, NONE or PENDING each. */
    readonly assessments: readonly { readonly riskLevel: string }[];
  };
}

export interface RawOrder extends RawOrderHead {
  readonly lineItems: Page<RawLineItem>;
  readonly fulfillmentOrders: Page<RawFulfillmentOrder>;
}

/** Shopify's answer in our shape; pages must be complete by now. */
export function readRawOrder({ lineItems, fulfillmentOrders, ...head }: RawOrder): LiveOrder {
  return {
    ...readOrderHead(head),
    lineItems: lineItems.nodes.map(readLineItem),
    fulfillmentOrders: fulfillmentOrders.nodes.map(readFulfillmentOrder),
  };
}

/** The order as a whole. Fields asked for in addition are kept as they are. */
export function readOrderHead<Raw extends RawOrderHead>(raw: Raw) {
  const { customer, risk, ...same } = raw;
  return {
    ...same,
    id: numericId(raw.id),
    customerTags: customer?.tags ?? [],
    riskRecommendation: risk.recommendation,
    riskLevel: readRiskLevel(risk.assessments),
  };
}

const LEVELS = ["high", "medium", "low"] as const;

/** Several apps may analyse an order; the most worried one counts. */
function readRiskLevel(assessments: RawOrderHead["risk"]["assessments"]) {
  const given = assessments.map(({ riskLevel }) => riskLevel.toLowerCase());
  return LEVELS.find((level) => given.includes(level)) ?? null;
}

function readLineItem(raw: RawLineItem): LiveLineItem {
  return {
    id: numericId(raw.id),
    sku: raw.sku ?? "",
    title: raw.title,
    quantity: raw.quantity,
    currentQuantity: raw.currentQuantity,
    unfulfilledQuantity: raw.unfulfilledQuantity,
    unitPrice: raw.discountedUnitPriceAfterAllDiscountsSet.shopMoney.amount,
    requiresShipping: raw.requiresShipping,
    variantId: raw.variant ? numericId(raw.variant.id) : null,
    inventoryItemId: raw.variant ? numericId(raw.variant.inventoryItem.id) : null,
  };
}

function readFulfillmentOrder(raw: RawFulfillmentOrder): LiveFulfillmentOrder {
  const location = raw.assignedLocation.location;
  return {
    id: numericId(raw.id),
    status: raw.status,
    requestStatus: raw.requestStatus,
    assignedLocationId: location ? numericId(location.id) : null,
    deliveryMethodType: raw.deliveryMethod?.methodType ?? null,
    supportedActions: raw.supportedActions.map((supported) => supported.action),
    holds: raw.fulfillmentHolds.map((hold) => ({ ...hold, id: numericId(hold.id) })),
    lines: raw.lineItems.nodes.map(readLine),
  };
}

function readLine(raw: RawLine): LiveFulfillmentOrderLine {
  return {
    id: numericId(raw.id),
    lineItemId: numericId(raw.lineItem.id),
    inventoryItemId: raw.inventoryItemId === null ? null : numericId(raw.inventoryItemId),
    totalQuantity: raw.totalQuantity,
    remainingQuantity: raw.remainingQuantity,
  };
}
