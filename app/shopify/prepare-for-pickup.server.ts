import { adminGraphql } from "./admin-graphql.server.ts";
import { prepareForPickup as document } from "./documents/fulfillment-orders.ts";
import { gid } from "./gid.ts";
import type { MutationResult, RawUserError } from "./mutation-result.ts";
import { toResult } from "./mutation-result.ts";

/** Marks pickups as ready; Shopify then writes to the customer. Throws ShopifyError. */
export async function prepareForPickup(
  shopId: string,
  fulfillmentOrderIds: readonly string[],
): Promise<MutationResult> {
  const { fulfillmentOrderLineItemsPreparedForPickup: payload } = await adminGraphql<{
    fulfillmentOrderLineItemsPreparedForPickup: { userErrors: readonly RawUserError[] };
  }>(shopId, document, {
    input: {
      lineItemsByFulfillmentOrder: fulfillmentOrderIds.map((id) => ({
        fulfillmentOrderId: gid("FulfillmentOrder", id),
      })),
    },
  });
  return toResult(payload.userErrors, () => ({}));
}
