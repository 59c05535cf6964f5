import { GraphQLError } from "graphql";
import { byId } from "../graphql/by-id.ts";
import { connect, type PageArguments } from "../graphql/connect.ts";
import type { AdminContext } from "../graphql/context.ts";
import { idIn } from "../graphql/gid.ts";
import type { ResolverMap } from "../graphql/resolver.ts";
import { search, type Filters } from "../graphql/search.ts";
import type { FulfillmentOrder } from "./fulfillment-order.ts";
import { isActive } from "./status.ts";

interface ListArguments extends PageArguments {
  includeClosed?: boolean;
  query?: string | null;
  sortKey?: "ID" | "UPDATED_AT";
}

/** Search filters of `fulfillmentOrders(query:)`. */
export const FULFILLMENT_ORDER_FILTERS: Filters<FulfillmentOrder> = {
  id: ({ id }) => id,
  status: ({ status }) => status,
  assigned_location_id: ({ locationId }) => locationId,
  updated_at: ({ updatedAt }) => updatedAt,
};

const NO_SERVICE = "The api_client is not associated with any fulfillment service.";

function visible({ shop, scopes }: AdminContext): FulfillmentOrder[] {
  return scopes.has("read_merchant_managed_fulfillment_orders")
    ? [...shop.fulfillmentOrders.values()]
    : [];
}

function sortedConnection(found: readonly FulfillmentOrder[], args: ListArguments) {
  if (args.sortKey !== "UPDATED_AT") return connect(found, args, byId);
  return connect(found, args, { ...byId, sortedBy: ({ updatedAt }) => updatedAt });
}

const queries = {
  fulfillmentOrder: (_: undefined, { id }: { id: string }, context: AdminContext) => {
    const found = context.shop.fulfillmentOrders.get(idIn("FulfillmentOrder", id));
    return context.scopes.has("read_merchant_managed_fulfillment_orders") ? (found ?? null) : null;
  },
  fulfillmentOrders: (_: undefined, args: ListArguments, context: AdminContext) => {
    const all = visible(context).filter((one) => args.includeClosed === true || isActive(one));
    return sortedConnection(search(all, args.query, FULFILLMENT_ORDER_FILTERS), args);
  },
  manualHoldsFulfillmentOrders: (_: undefined, args: ListArguments, context: AdminContext) => {
    const held = visible(context).filter(({ status }) => status === "on_hold");
    return connect(search(held, args.query, FULFILLMENT_ORDER_FILTERS), args, byId);
  },
  /** Only for locations of the app's own fulfillment service, which this app never has. */
  assignedFulfillmentOrders: () => {
    throw new GraphQLError(NO_SERVICE);
  },
};

export const fulfillmentOrderQueries: ResolverMap = { QueryRoot: queries };
