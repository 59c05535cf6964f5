import { gidOf } from "../fulfillment-orders/payloads.ts";
import { linesIn } from "../fulfillment-orders/resolve-mutations.ts";
import { orderOf } from "../fulfillment-orders/find.ts";
import { payloadOf } from "../graphql/answer-mutation.ts";
import { byId } from "../graphql/by-id.ts";
import { connect, type PageArguments } from "../graphql/connect.ts";
import type { AdminContext } from "../graphql/context.ts";
import { idIn } from "../graphql/gid.ts";
import { plain, type ResolverMap } from "../graphql/resolver.ts";
import { upper } from "../graphql/upper.ts";
import { cancelFulfillment } from "./cancel-fulfillment.ts";
import { createFulfillment } from "./create-fulfillment.ts";
import type { Fulfillment, FulfillmentEvent, FulfillmentLine, Tracking } from "./fulfillment.ts";
import { addEvent, updateTracking } from "./update-fulfillment.ts";

const fulfillment = {
  id: ({ id }: Fulfillment) => gidOf("Fulfillment", id),
  legacyResourceId: ({ id }: Fulfillment) => id,
  ...plain<Fulfillment>("name", "createdAt", "updatedAt"),
  status: ({ status }: Fulfillment) => upper(status),
  displayStatus: ({ status, events }: Fulfillment) =>
    status === "cancelled" ? "CANCELED" : (events.at(-1)?.status ?? "FULFILLED"),
  deliveredAt: ({ events }: Fulfillment) => happenedAt(events, "DELIVERED"),
  inTransitAt: ({ events }: Fulfillment) => happenedAt(events, "IN_TRANSIT"),
  estimatedDeliveryAt: () => null,
  requiresShipping: () => true,
  totalQuantity: ({ lines }: Fulfillment) => lines.reduce((sum, { quantity }) => sum + quantity, 0),
  trackingInfo: ({ tracking }: Fulfillment, { first }: { first?: number | null }) =>
    tracking.slice(0, first ?? undefined),
  order: (self: Fulfillment, _: unknown, { shop }: AdminContext) => orderOf(shop, self),
  location: ({ locationId }: Fulfillment, _: unknown, { shop }: AdminContext) =>
    shop.locations.get(locationId) ?? null,
  events: ({ events }: Fulfillment, args: PageArguments) => connect(events, args, byId),
  fulfillmentLineItems: ({ lines }: Fulfillment, args: PageArguments) => connect(lines, args, byId),
  fulfillmentOrders: (
    { fulfillmentOrderIds }: Fulfillment,
    args: PageArguments,
    { shop }: AdminContext,
  ) =>
    connect(
      fulfillmentOrderIds.flatMap((id) => shop.fulfillmentOrders.get(id) ?? []),
      args,
      byId,
    ),
};

function happenedAt(events: readonly FulfillmentEvent[], status: string): string | null {
  return events.find((event) => event.status === status)?.happenedAt ?? null;
}

const fulfillmentLineItem = {
  id: ({ id }: FulfillmentLine) => gidOf("FulfillmentLineItem", id),
  quantity: ({ quantity }: FulfillmentLine) => quantity,
  lineItem: ({ lineItemId }: FulfillmentLine, _: unknown, { shop }: AdminContext) =>
    shop.lineItems.get(lineItemId),
};

const fulfillmentEvent = {
  id: ({ id }: FulfillmentEvent) => gidOf("FulfillmentEvent", id),
  ...plain<FulfillmentEvent>("status", "message", "happenedAt", "createdAt"),
};

interface TrackingInput {
  company?: string | null;
  number?: string | null;
  numbers?: string[] | null;
  url?: string | null;
  urls?: string[] | null;
}

function trackingIn(input: TrackingInput | null | undefined): Tracking[] {
  if (input == null) return [];
  const numbers = input.numbers ?? (input.number == null ? [] : [input.number]);
  const urls = input.urls ?? (input.url == null ? [] : [input.url]);
  const company = input.company ?? null;
  return Array.from({ length: Math.max(numbers.length, urls.length) }, (_, index) => ({
    company,
    number: numbers[index] ?? null,
    url: urls[index] ?? null,
  }));
}

interface CreateInput {
  lineItemsByFulfillmentOrder: {
    fulfillmentOrderId: string;
    fulfillmentOrderLineItems?: { id: string; quantity: number }[] | null;
  }[];
  trackingInfo?: TrackingInput | null;
}

interface EventInput {
  fulfillmentId: string;
  status: string;
  message?: string | null;
  happenedAt?: string | null;
}

const mutations = {
  fulfillmentCreate: (_: undefined, args: { fulfillment: CreateInput }, { shop }: AdminContext) =>
    payloadOf(
      createFulfillment(shop, {
        parts: args.fulfillment.lineItemsByFulfillmentOrder.map((part) => ({
          id: idIn("FulfillmentOrder", part.fulfillmentOrderId),
          lines: linesIn(part.fulfillmentOrderLineItems),
        })),
        tracking: trackingIn(args.fulfillment.trackingInfo),
      }),
      (made) => ({ fulfillment: made }),
    ),
  fulfillmentCancel: (_: undefined, { id }: { id: string }, { shop }: AdminContext) =>
    payloadOf(cancelFulfillment(shop, idIn("Fulfillment", id)), (cancelled) => ({
      fulfillment: cancelled,
    })),
  fulfillmentTrackingInfoUpdate: (
    _: undefined,
    args: { fulfillmentId: string; trackingInfoInput: TrackingInput },
    { shop }: AdminContext,
  ) =>
    payloadOf(
      updateTracking(
        shop,
        idIn("Fulfillment", args.fulfillmentId),
        trackingIn(args.trackingInfoInput),
      ),
      (updated) => ({ fulfillment: updated }),
    ),
  fulfillmentEventCreate: (
    _: undefined,
    { fulfillmentEvent: input }: { fulfillmentEvent: EventInput },
    { shop }: AdminContext,
  ) =>
    payloadOf(
      addEvent(shop, idIn("Fulfillment", input.fulfillmentId), {
        status: input.status,
        message: input.message ?? null,
        happenedAt: input.happenedAt ?? null,
      }),
      (made) => ({ fulfillmentEvent: made }),
    ),
};

const queries = {
  fulfillment: (_: undefined, { id }: { id: string }, { shop }: AdminContext) =>
    shop.fulfillments.get(idIn("Fulfillment", id)) ?? null,
};

export const fulfillmentResolvers: ResolverMap = {
  Fulfillment: fulfillment,
  FulfillmentLineItem: fulfillmentLineItem,
  FulfillmentEvent: fulfillmentEvent,
  QueryRoot: queries,
  Mutation: mutations,
};
