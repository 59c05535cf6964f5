import { byId } from "../graphql/by-id.ts";
import { connect, type Ordering, type PageArguments } from "../graphql/connect.ts";
import type { AdminContext } from "../graphql/context.ts";
import { notImplemented } from "../graphql/errors.ts";
import { idIn } from "../graphql/gid.ts";
import { exactCount } from "../graphql/money.ts";
import type { ResolverMap } from "../graphql/resolver.ts";
import { search, type Filters } from "../graphql/search.ts";
import type { ShopState } from "../shop/state.ts";
import { displayFulfillmentStatus } from "./fulfillment-status.ts";
import type { Order } from "./order.ts";
import { lineItemsOf } from "./totals.ts";

interface ListArguments extends PageArguments {
  query?: string | null;
  sortKey?: string;
  savedSearchId?: string | null;
}

/** Orders older than this are invisible without `read_all_orders`. */
const VISIBLE_DAYS = 60;
const DAY_MS = 86_400_000;

function isVisible({ shop, scopes }: AdminContext, { createdAt }: Order): boolean {
  if (scopes.has("read_all_orders")) return true;
  return Date.parse(createdAt) >= shop.clock().getTime() - VISIBLE_DAYS * DAY_MS;
}

function visible(context: AdminContext): Order[] {
  return [...context.shop.orders.values()].filter((order) => isVisible(context, order));
}

/** Search filters of `orders(query:)`. */
export function orderFilters(shop: ShopState): Filters<Order> {
  return {
    id: ({ id }) => id,
    name: ({ name, number }) => [name, String(number)],
    tag: ({ tags }) => tags,
    email: ({ email }) => email ?? [],
    created_at: ({ createdAt }) => createdAt,
    processed_at: ({ processedAt }) => processedAt,
    updated_at: ({ updatedAt }) => updatedAt,
    status: (order) => statusOf(order),
    financial_status: ({ financialStatus }) => financialStatus,
    fulfillment_status: (order) => fulfillmentStatusesOf(shop, order),
    sku: (order) =>
      lineItemsOf(shop, order).map(({ variantId }) => shop.variants.get(variantId)?.sku ?? ""),
    source_name: ({ sourceName }) => sourceName,
    test: ({ test }) => String(test),
  };
}

function statusOf({ cancelledAt, closedAt }: Order): string[] {
  if (cancelledAt !== null) return ["cancelled", "any"];
  return [closedAt === null ? "open" : "closed", "any"];
}

function fulfillmentStatusesOf(shop: ShopState, order: Order): string[] {
  const display = displayFulfillmentStatus(shop, order).toLowerCase();
  const shipped = { fulfilled: "shipped", partially_fulfilled: "partial" }[display] ?? "unshipped";
  return [display, shipped];
}

function orderingFor(sortKey: string | undefined): Ordering<Order> {
  switch (sortKey) {
    case undefined:
    case "PROCESSED_AT":
      return { ...byId, sortedBy: ({ processedAt }) => processedAt };
    case "CREATED_AT":
      return { ...byId, sortedBy: ({ createdAt }) => createdAt };
    case "UPDATED_AT":
      return { ...byId, sortedBy: ({ updatedAt }) => updatedAt };
    case "ID":
    case "ORDER_NUMBER":
      return byId;
    default:
      throw notImplemented(`QueryRoot.orders(sortKey: ${sortKey})`);
  }
}

function found(context: AdminContext, { query, savedSearchId }: ListArguments): readonly Order[] {
  if (savedSearchId != null) throw notImplemented("QueryRoot.orders(savedSearchId:)");
  return search(visible(context), query, orderFilters(context.shop));
}

const queries = {
  order: (_: undefined, { id }: { id: string }, context: AdminContext) => {
    const order = context.shop.orders.get(idIn("Order", id));
    return order !== undefined && isVisible(context, order) ? order : null;
  },
  orders: (_: undefined, args: ListArguments, context: AdminContext) =>
    connect(found(context, args), args, orderingFor(args.sortKey)),
  ordersCount: (_: undefined, args: ListArguments, context: AdminContext) =>
    exactCount(found(context, args).length),
};

export const orderQueries: ResolverMap = { QueryRoot: queries };
