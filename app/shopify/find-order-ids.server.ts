import { adminGraphql } from "./admin-graphql.server.ts";
import {
  findOrdersOfFulfillmentOrders,
  findOrdersOfFulfillmentOrdersById,
} from "./documents/orders.ts";
import { gid, numericId } from "./gid.ts";

interface Found {
  readonly id: string;
  readonly orderId: string;
}

/**
 * The order of each fulfillment order. Those that do not exist (any more), or that the app may not
 * see, are absent from the map. Throws ShopifyError.
 */
export async function findOrderIds(
  shopId: string,
  fulfillmentOrderIds: readonly string[],
): Promise<Map<string, string>> {
  const ids = [...new Set(fulfillmentOrderIds)];
  const orderIds = new Map<string, string>();
  const remember = (found: readonly (Found | null)[]) => {
    for (const one of found) {
      if (one) orderIds.set(numericId(one.id), numericId(one.orderId));
    }
  };
  for (let start = 0; start < ids.length; start += 50) {
    const some = ids.slice(start, start + 50);
    if (some.length > 1) remember(await search(shopId, some));
    const missing = some.filter((id) => !orderIds.has(id));
    if (missing.length > 0) remember(await readById(shopId, missing));
  }
  return orderIds;
}

async function search(shopId: string, ids: readonly string[]): Promise<readonly Found[]> {
  const data = await adminGraphql<{ fulfillmentOrders: { nodes: readonly Found[] } }>(
    shopId,
    findOrdersOfFulfillmentOrders,
    { query: ids.map((id) => `id:${id}`).join(" OR "), count: ids.length },
  );
  return data.fulfillmentOrders.nodes;
}

async function readById(shopId: string, ids: readonly string[]) {
  const data = await adminGraphql<{ nodes: readonly (Found | null)[] }>(
    shopId,
    findOrdersOfFulfillmentOrdersById,
    { ids: ids.map((id) => gid("FulfillmentOrder", id)) },
    { estimatedCost: ids.length },
  );
  return data.nodes;
}
