import type { GraphQLResolveInfo } from "graphql";
import { connect, type PageArguments } from "../graphql/connect.ts";
import type { AdminContext } from "../graphql/context.ts";
import { plain, type ResolverMap } from "../graphql/resolver.ts";
import { upper } from "../graphql/upper.ts";
import { byId } from "../graphql/by-id.ts";
import { gramsOfVariant } from "../orders/totals.ts";
import type { ShopState } from "../shop/state.ts";
import { fulfillmentOrdersOf, orderOf } from "./find.ts";
import type { FulfillmentOrder, FulfillmentOrderLine, Hold } from "./fulfillment-order.ts";
import {
  locationForMoveFields,
  locationsForMove,
  type MoveArguments,
} from "./locations-for-move.ts";
import { gidOf } from "./payloads.ts";
import { mergeable, supportedActions } from "./supported-actions.ts";

/** Whether the read is `fulfillmentOrder(id:)` itself, where Shopify leaves MERGE out. */
function isDirectRead(info: GraphQLResolveInfo): boolean {
  return info.operation.operation === "query" && info.path.prev?.prev === undefined;
}

function assignedLocation(shop: ShopState, fulfillmentOrder: FulfillmentOrder) {
  const location = shop.locations.get(fulfillmentOrder.locationId);
  const view = fulfillmentOrder.locationSnapshot ?? location;
  if (view === undefined) throw new Error(`No location ${fulfillmentOrder.locationId}`);
  const { address1, address2, city, countryCode, phone, province, zip } = view.address;
  return {
    ...{ address1, address2, city, countryCode, phone, province, zip },
    name: view.name,
    location: location ?? null,
  };
}

/** Where the parcel goes: no coordinates here, those are on the order's shipping address. */
function destinationOf(shop: ShopState, fulfillmentOrder: FulfillmentOrder) {
  const order = orderOf(shop, fulfillmentOrder);
  if (order.destination === null || order.destinationId === null) return null;
  return {
    ...order.destination,
    id: gidOf("FulfillmentOrderDestination", order.destinationId),
    email: order.email,
    location: null,
  };
}

function deliveryMethodOf(shop: ShopState, { deliveryMethod, orderId }: FulfillmentOrder) {
  const shippingLine = shop.orders.get(orderId)?.shippingLine ?? null;
  return {
    id: gidOf("DeliveryMethod", deliveryMethod.id),
    methodType: upper(deliveryMethod.type),
    presentedName: shippingLine?.title ?? null,
    serviceCode: shippingLine?.code ?? null,
    sourceReference: null,
    minDeliveryDateTime: null,
    maxDeliveryDateTime: null,
    additionalInformation: null,
    brandedPromise: null,
  };
}

function weightOf(shop: ShopState, line: FulfillmentOrderLine, units: number): number {
  const lineItem = shop.lineItems.get(line.lineItemId);
  return lineItem === undefined ? 0 : gramsOfVariant(shop, lineItem) * units;
}

const fulfillmentOrder = {
  id: ({ id }: FulfillmentOrder) => gidOf("FulfillmentOrder", id),
  ...plain<FulfillmentOrder>("createdAt", "fulfillAt", "fulfillBy", "updatedAt"),
  fulfillmentHolds: ({ holds }: FulfillmentOrder) => holds,
  internationalDuties: () => null,
  status: ({ status }: FulfillmentOrder) => upper(status),
  requestStatus: () => "UNSUBMITTED",
  orderId: ({ orderId }: FulfillmentOrder) => gidOf("Order", orderId),
  order: (self: FulfillmentOrder, _: unknown, { shop }: AdminContext) => orderOf(shop, self),
  orderName: (self: FulfillmentOrder, _: unknown, { shop }: AdminContext) =>
    orderOf(shop, self).name,
  orderProcessedAt: (self: FulfillmentOrder, _: unknown, { shop }: AdminContext) =>
    orderOf(shop, self).processedAt,
  assignedLocation: (self: FulfillmentOrder, _: unknown, { shop }: AdminContext) =>
    assignedLocation(shop, self),
  destination: (self: FulfillmentOrder, _: unknown, { shop }: AdminContext) =>
    destinationOf(shop, self),
  deliveryMethod: (self: FulfillmentOrder, _: unknown, { shop }: AdminContext) =>
    deliveryMethodOf(shop, self),
  lineItems: ({ lines }: FulfillmentOrder, args: PageArguments) => connect(lines, args, byId),
  fulfillments: (self: FulfillmentOrder, args: PageArguments, { shop }: AdminContext) =>
    connect(
      orderOf(shop, self)
        .fulfillmentIds.flatMap((id) => shop.fulfillments.get(id) ?? [])
        .filter(({ fulfillmentOrderIds }) => fulfillmentOrderIds.includes(self.id)),
      args,
      byId,
    ),
  fulfillmentOrdersForMerge: (
    self: FulfillmentOrder,
    args: PageArguments,
    { shop }: AdminContext,
  ) => connect(mergeable(shop, self), args, byId),
  locationsForMove: (self: FulfillmentOrder, args: MoveArguments, { shop }: AdminContext) =>
    locationsForMove(shop, self, args),
  merchantRequests: (_: unknown, args: PageArguments) => connect<{ id: string }>([], args, byId),
  remainingLineItemsWeight: (self: FulfillmentOrder, _: unknown, { shop }: AdminContext) => ({
    unit: "GRAMS",
    value: self.lines.reduce((sum, line) => sum + weightOf(shop, line, line.remainingQuantity), 0),
  }),
  supportedActions: (
    self: FulfillmentOrder,
    _: unknown,
    { shop }: AdminContext,
    info: GraphQLResolveInfo,
  ) =>
    supportedActions(shop, self, !isDirectRead(info)).map((action) => ({
      action,
      externalUrl: null,
    })),
};

function sold(shop: ShopState, line: FulfillmentOrderLine) {
  const lineItem = shop.lineItems.get(line.lineItemId);
  const variant = shop.variants.get(lineItem?.variantId ?? "");
  const product = shop.products.get(variant?.productId ?? "");
  if (lineItem === undefined || variant === undefined || product === undefined) {
    throw new Error(`Fulfillment order line ${line.id} sells nothing`);
  }
  return { lineItem, variant, product };
}

const fulfillmentOrderLineItem = {
  id: ({ id }: FulfillmentOrderLine) => gidOf("FulfillmentOrderLineItem", id),
  ...plain<FulfillmentOrderLine>("totalQuantity", "remainingQuantity"),
  lineItem: (self: FulfillmentOrderLine, _: unknown, { shop }: AdminContext) =>
    sold(shop, self).lineItem,
  variant: (self: FulfillmentOrderLine, _: unknown, { shop }: AdminContext) =>
    sold(shop, self).variant,
  inventoryItemId: (self: FulfillmentOrderLine, _: unknown, { shop }: AdminContext) =>
    gidOf("InventoryItem", sold(shop, self).variant.inventoryItemId),
  sku: (self: FulfillmentOrderLine, _: unknown, { shop }: AdminContext) =>
    sold(shop, self).variant.sku,
  productTitle: (self: FulfillmentOrderLine, _: unknown, { shop }: AdminContext) =>
    sold(shop, self).product.title,
  variantTitle: (self: FulfillmentOrderLine, _: unknown, { shop }: AdminContext) =>
    sold(shop, self).variant.title,
  vendor: (self: FulfillmentOrderLine, _: unknown, { shop }: AdminContext) =>
    sold(shop, self).product.vendor,
  image: () => null,
  requiresShipping: () => true,
  warnings: () => [],
  shippingLine: (self: FulfillmentOrderLine, _: unknown, { shop }: AdminContext) =>
    shop.orders.get(sold(shop, self).lineItem.orderId)?.shippingLine ?? null,
  weight: (self: FulfillmentOrderLine, _: unknown, { shop }: AdminContext) => ({
    unit: "GRAMS",
    value: weightOf(shop, self, 1),
  }),
};

const fulfillmentHold = {
  id: ({ id }: Hold) => gidOf("FulfillmentHold", id),
  ...plain<Hold>("handle", "reasonNotes"),
  reason: ({ reason }: Hold) => upper(reason),
  displayReason: ({ reason }: Hold) => sentence(reason),
  heldByRequestingApp: ({ heldBy }: Hold, _: unknown, { access }: AdminContext) =>
    heldBy?.appId === access.appId,
  heldByApp: ({ heldBy }: Hold) => heldBy,
};

/** "inventory_out_of_stock" -> "Inventory out of stock" */
function sentence(reason: string): string {
  const words = reason.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The fulfillment orders of an order the app may see: others are silently absent. */
export function visibleFulfillmentOrders(
  { shop, scopes }: AdminContext,
  order: Parameters<typeof fulfillmentOrdersOf>[1],
): FulfillmentOrder[] {
  return scopes.has("read_merchant_managed_fulfillment_orders")
    ? fulfillmentOrdersOf(shop, order)
    : [];
}

export const fulfillmentOrderTypes: ResolverMap = {
  FulfillmentOrder: fulfillmentOrder,
  FulfillmentOrderLineItem: fulfillmentOrderLineItem,
  FulfillmentHold: fulfillmentHold,
  FulfillmentOrderLocationForMove: locationForMoveFields,
};
