import { notImplemented } from "../graphql/errors.ts";
import { parseGid } from "../graphql/gid.ts";
import { resourceNotFound } from "../graphql/errors.ts";
import { findLevel } from "../inventory/resolve.ts";
import type { Id, ShopState } from "./state.ts";

/** Where each kind of node is kept. */
const HOMES: Record<string, (shop: ShopState) => ReadonlyMap<Id, object>> = {
  BulkOperation: ({ bulkOperations }) => bulkOperations,
  Collection: ({ collections }) => collections,
  CalculatedOrder: ({ calculatedOrders }) => calculatedOrders,
  Fulfillment: ({ fulfillments }) => fulfillments,
  FulfillmentOrder: ({ fulfillmentOrders }) => fulfillmentOrders,
  FulfillmentOrderLineItem: ({ fulfillmentOrderLines }) => fulfillmentOrderLines,
  InventoryItem: ({ inventoryItems }) => inventoryItems,
  LineItem: ({ lineItems }) => lineItems,
  Location: ({ locations }) => locations,
  Metafield: ({ metafields }) => metafields,
  Order: ({ orders }) => orders,
  Product: ({ products }) => products,
  ProductVariant: ({ variants }) => variants,
  Refund: ({ refunds }) => refunds,
  WebhookSubscription: ({ webhookSubscriptions }) => webhookSubscriptions,
};

/** State objects do not carry their type's name; the lookup that found them remembers it. */
const typeNames = new WeakMap<object, string>();

/** The object a gid names, whatever its kind; null when there is none. */
export function findNode(shop: ShopState, gid: string): object | null {
  const parsed = parseGid(gid);
  if (parsed === null) throw resourceNotFound(gid);
  const found = lookUp(shop, gid, parsed);
  if (found !== null) typeNames.set(found, parsed.kind);
  return found;
}

function lookUp(
  shop: ShopState,
  gid: string,
  { kind, id }: { kind: string; id: Id },
): object | null {
  if (kind === "InventoryLevel") return findLevel(shop, gid);
  if (kind === "Shop") return id === shop.id ? shop : null;
  const home = HOMES[kind];
  if (home === undefined) throw notImplemented(`node(id:) of ${kind}`);
  return home(shop).get(id) ?? null;
}

/** The GraphQL type of a node found by `findNode`. */
export function typeOfNode(node: object): string | undefined {
  return typeNames.get(node);
}
