import { adminGraphql } from "./admin-graphql.server.ts";
import { mergeFulfillmentOrders as document } from "./documents/fulfillment-orders.ts";
import { gid } from "./gid.ts";
import type { MutationResult, RawUserError } from "./mutation-result.ts";
import { toResult } from "./mutation-result.ts";

/**
 * Joins open fulfillment orders of one order at one location. The first survives with the summed
 * lines; the others are closed. Throws ShopifyError.
 */
export async function mergeFulfillmentOrders(
  shopId: string,
  fulfillmentOrderIds: readonly string[],
): Promise<MutationResult> {
  const { fulfillmentOrderMerge: payload } = await adminGraphql<{
    fulfillmentOrderMerge: { userErrors: readonly RawUserError[] };
  }>(shopId, document, {
    merges: [
      {
        mergeIntents: fulfillmentOrderIds.map((id) => ({
          fulfillmentOrderId: gid("FulfillmentOrder", id),
        })),
      },
    ],
  });
  return toResult(payload.userErrors, () => ({}));
}
