import { adminGraphql } from "./admin-graphql.server.ts";
import {
  readMoreFulfillmentOrderLines,
  readMoreFulfillmentOrders,
  readMoreLineItems,
} from "./documents/orders.ts";
import type {
  Page,
  RawFulfillmentOrder,
  RawLine,
  RawLineItem,
  RawOrder,
} from "./read-raw-order.ts";

/** Reads on wherever an order did not fit the first page of a connection. */
export async function completePages(shopId: string, order: RawOrder): Promise<RawOrder> {
  const lineItems = await readOn<RawLineItem>(order.lineItems, async (after) => {
    const variables = { id: order.id, after };
    const data = await adminGraphql<{ order: { lineItems: Page<RawLineItem> } | null }>(
      shopId,
      readMoreLineItems,
      variables,
    );
    return data.order?.lineItems;
  });
  const fulfillmentOrders = await readOn<RawFulfillmentOrder>(
    order.fulfillmentOrders,
    async (after) => {
      const data = await adminGraphql<{
        order: { fulfillmentOrders: Page<RawFulfillmentOrder> } | null;
      }>(shopId, readMoreFulfillmentOrders, { id: order.id, after });
      return data.order?.fulfillmentOrders;
    },
  );
  const nodes: RawFulfillmentOrder[] = [];
  for (const one of fulfillmentOrders.nodes) nodes.push(await completeLines(shopId, one));
  return { ...order, lineItems, fulfillmentOrders: { ...fulfillmentOrders, nodes } };
}

async function completeLines(
  shopId: string,
  fulfillmentOrder: RawFulfillmentOrder,
): Promise<RawFulfillmentOrder> {
  const lineItems = await readOn<RawLine>(fulfillmentOrder.lineItems, async (after) => {
    const variables = { id: fulfillmentOrder.id, after };
    const data = await adminGraphql<{ fulfillmentOrder: { lineItems: Page<RawLine> } | null }>(
      shopId,
      readMoreFulfillmentOrderLines,
      variables,
    );
    return data.fulfillmentOrder?.lineItems;
  });
  return { ...fulfillmentOrder, lineItems };
}

/** An object that vanished between two pages ends the reading; its last webhook starts a new one. */
async function readOn<T>(
  first: Page<T>,
  next: (after: string | null) => Promise<Page<T> | undefined>,
): Promise<Page<T>> {
  let { nodes, pageInfo } = first;
  while (pageInfo.hasNextPage) {
    const page = await next(pageInfo.endCursor);
    if (!page) break;
    nodes = [...nodes, ...page.nodes];
    pageInfo = page.pageInfo;
  }
  return { nodes, pageInfo };
}
