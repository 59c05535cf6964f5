import { gidOf } from "../fulfillment-orders/payloads.ts";
import { FULFILLMENT_ORDER_FILTERS } from "../fulfillment-orders/resolve-queries.ts";
import { visibleFulfillmentOrders } from "../fulfillment-orders/resolve-fulfillment-order.ts";
import { byId } from "../graphql/by-id.ts";
import { connect, type PageArguments } from "../graphql/connect.ts";
import type { AdminContext } from "../graphql/context.ts";
import { notImplemented } from "../graphql/errors.ts";
import { exactCount, moneyBag } from "../graphql/money.ts";
import { plain, type ResolverMap } from "../graphql/resolver.ts";
import { search } from "../graphql/search.ts";
import { upper } from "../graphql/upper.ts";
import { metafieldFields } from "../metafields/resolve-metafield.ts";
import { displayFulfillmentStatus } from "./fulfillment-status.ts";
import type { Order } from "./order.ts";
import { gramsOf, lineItemsOf, subtotalOf, totalOf } from "./totals.ts";

interface FulfillmentOrdersArguments extends PageArguments {
  query?: string | null;
}

const identity = {
  id: ({ id }: Order) => gidOf("Order", id),
  legacyResourceId: ({ id }: Order) => id,
  ...plain<Order>(
    ...(["name", "number", "email", "createdAt", "processedAt", "updatedAt", "closedAt"] as const),
    ...(["cancelledAt", "tags", "note", "sourceName", "test", "edited"] as const),
  ),
  phone: () => null,
  poNumber: () => null,
  confirmationNumber: ({ id }: Order) => id.slice(-9),
  sourceIdentifier: () => null,
  customAttributes: () => [],
  attribution: ({ sourceName }: Order) => attributionOf(sourceName),
  ...metafieldFields<Order>("Order"),
};

function attributionOf(sourceName: string) {
  const isWeb = sourceName === "web";
  return {
    handle: isWeb ? "online_store" : sourceName,
    displayName: isWeb ? "Online Store" : sourceName,
    icon: null,
  };
}

const state = {
  cancelReason: ({ cancelReason }: Order) => (cancelReason === null ? null : upper(cancelReason)),
  closed: ({ closedAt }: Order) => closedAt !== null,
  confirmed: () => true,
  requiresShipping: ({ deliveryMethod }: Order) => deliveryMethod !== "pick_up",
  fulfillable: (self: Order, _: unknown, { shop }: AdminContext) =>
    self.cancelledAt === null && displayFulfillmentStatus(shop, self) !== "FULFILLED",
  displayFulfillmentStatus: (self: Order, _: unknown, { shop }: AdminContext) =>
    displayFulfillmentStatus(shop, self),
  displayFinancialStatus: ({ financialStatus }: Order) => upper(financialStatus),
  fullyPaid: ({ financialStatus }: Order) => financialStatus === "paid",
  returnStatus: () => "NO_RETURN",
  risk: ({ riskLevel }: Order) => ({
    recommendation: { high: "CANCEL", medium: "INVESTIGATE" }[riskLevel as string] ?? "ACCEPT",
    assessments: [{ riskLevel: upper(riskLevel), facts: [], provider: null }],
  }),
};

const parties = {
  customer: ({ customer }: Order) => customer,
  shippingAddress: ({ destination, destinationId }: Order) =>
    destination === null ? null : { ...destination, id: destinationId },
  shippingLine: ({ shippingLine }: Order) => shippingLine,
  shippingLines: ({ shippingLine }: Order, args: PageArguments) =>
    connect(shippingLine === null ? [] : [shippingLine], args, byId),
  retailLocation: ({ retailLocationId }: Order, _: unknown, { shop }: AdminContext) =>
    shop.locations.get(retailLocationId ?? "") ?? null,
};

const contents = {
  lineItems: (self: Order, args: PageArguments, { shop }: AdminContext) =>
    connect(lineItemsOf(shop, self), args, byId),
  /** `displayable` hides what the admin hides; merchant locations' fulfillment orders all show. */
  fulfillmentOrders: (self: Order, args: FulfillmentOrdersArguments, context: AdminContext) => {
    const visible = visibleFulfillmentOrders(context, self);
    return connect(search(visible, args.query, FULFILLMENT_ORDER_FILTERS), args, byId);
  },
  fulfillments: (
    self: Order,
    { first, query }: { first?: number | null; query?: string | null },
    { shop }: AdminContext,
  ) => {
    if (query != null) throw notImplemented("Order.fulfillments(query:)");
    const all = self.fulfillmentIds.flatMap((id) => shop.fulfillments.get(id) ?? []);
    return all.slice(0, first ?? undefined);
  },
  fulfillmentsCount: ({ fulfillmentIds }: Order) => exactCount(fulfillmentIds.length),
  refunds: (self: Order, { first }: { first?: number | null }, { shop }: AdminContext) =>
    self.refundIds.flatMap((id) => shop.refunds.get(id) ?? []).slice(0, first ?? undefined),
  subtotalLineItemsQuantity: (self: Order, _: unknown, { shop }: AdminContext) =>
    lineItemsOf(shop, self).reduce((sum, line) => sum + line.quantity, 0),
  currentSubtotalLineItemsQuantity: (self: Order, _: unknown, { shop }: AdminContext) =>
    lineItemsOf(shop, self).reduce((sum, line) => sum + line.currentQuantity, 0),
  totalWeight: (self: Order, _: unknown, { shop }: AdminContext) => String(gramsOf(shop, self)),
};

const sums = {
  currencyCode: (_: Order, __: unknown, { shop }: AdminContext) => shop.currency,
  presentmentCurrencyCode: (_: Order, __: unknown, { shop }: AdminContext) => shop.currency,
  subtotalPriceSet: (self: Order, _: unknown, { shop }: AdminContext) =>
    moneyBag(shop, subtotalOf(shop, self)),
  currentSubtotalPriceSet: (self: Order, _: unknown, { shop }: AdminContext) =>
    moneyBag(shop, subtotalOf(shop, self, true)),
  totalPriceSet: (self: Order, _: unknown, { shop }: AdminContext) =>
    moneyBag(shop, totalOf(shop, self)),
  originalTotalPriceSet: (self: Order, _: unknown, { shop }: AdminContext) =>
    moneyBag(shop, totalOf(shop, self)),
  currentTotalPriceSet: (self: Order, _: unknown, { shop }: AdminContext) =>
    moneyBag(shop, totalOf(shop, self, true)),
  totalShippingPriceSet: (self: Order, _: unknown, { shop }: AdminContext) =>
    moneyBag(shop, self.shippingLine?.price ?? "0.00"),
};

export const orderTypes: ResolverMap = {
  Order: { ...identity, ...state, ...parties, ...contents, ...sums },
};
