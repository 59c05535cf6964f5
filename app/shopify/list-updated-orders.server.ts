import { adminGraphql } from "./admin-graphql.server.ts";
import { listUpdatedOrders as document } from "./documents/orders.ts";
import { numericId } from "./gid.ts";
import type { Page } from "./read-raw-order.ts";

export interface UpdatedOrders {
  readonly orders: readonly { readonly id: string; readonly updatedAt: string }[];
  /** Cursor of the next page; null when this was the last. */
  readonly endCursor: string | null;
}

/** One page (250) of the orders updated at or after an instant, oldest change first. */
export async function listUpdatedOrders(
  shopId: string,
  updatedSince: Date,
  cursor: string | null,
): Promise<UpdatedOrders> {
  const data = await adminGraphql<{
    orders: Page<{ readonly id: string; readonly updatedAt: string }>;
  }>(shopId, document, {
    query: `updated_at:>='${updatedSince.toISOString()}'`,
    after: cursor,
  });
  const { nodes, pageInfo } = data.orders;
  return {
    orders: nodes.map((order) => ({ id: numericId(order.id), updatedAt: order.updatedAt })),
    endCursor: pageInfo.hasNextPage ? pageInfo.endCursor : null,
  };
}
