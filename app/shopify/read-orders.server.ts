import { adminGraphql } from "./admin-graphql.server.ts";
import { completePages } from "./complete-pages.server.ts";
import { readOrdersById, searchOrders } from "./documents/orders.ts";
import { gid } from "./gid.ts";
import type { LiveOrder } from "./live-order.ts";
import type { RawOrder } from "./read-raw-order.ts";
import { readRawOrder } from "./read-raw-order.ts";

/** So many orders by id stay under the 1,000 points one query may ask for (about 107 each). */
const ordersByIdAtOnce = 8;

/**
 * Reads up to 50 orders as they are now, with every line and fulfillment order, whatever their
 * number. Orders that no longer exist are left out; the result's order means nothing.
 *
 * Several are searched by id, which is charged a tenth; whichever the search index does not know yet
 * is read by id. One order is always read by id. Throws ShopifyError.
 */
export async function readOrders(
  shopId: string,
  orderIds: readonly string[],
): Promise<LiveOrder[]> {
  if (orderIds.length > 50) throw new Error(`At most 50 orders at once, not ${orderIds.length}.`);
  const ids = [...new Set(orderIds)];
  const found = ids.length > 1 ? await search(shopId, ids) : [];
  const missing = ids.filter((id) => !found.some((order) => order.id === gid("Order", id)));
  const raw = [...found, ...(await readById(shopId, missing))];
  const orders: LiveOrder[] = [];
  for (const order of raw) orders.push(readRawOrder(await completePages(shopId, order)));
  return orders;
}

async function search(shopId: string, ids: readonly string[]): Promise<readonly RawOrder[]> {
  const data = await adminGraphql<{ orders: { nodes: readonly RawOrder[] } }>(
    shopId,
    searchOrders,
    { query: ids.map((id) => `id:${id}`).join(" OR "), count: ids.length },
    { estimatedCost: 16 * ids.length },
  );
  return data.orders.nodes;
}

async function readById(shopId: string, ids: readonly string[]): Promise<RawOrder[]> {
  const orders: RawOrder[] = [];
  for (let start = 0; start < ids.length; start += ordersByIdAtOnce) {
    const some = ids.slice(start, start + ordersByIdAtOnce);
    const data = await adminGraphql<{ nodes: readonly (RawOrder | null)[] }>(
      shopId,
      readOrdersById,
      { ids: some.map((id) => gid("Order", id)) },
      { estimatedCost: 107 * some.length },
    );
    orders.push(...data.nodes.filter((node) => node !== null));
  }
  return orders;
}
