import { adminGraphql } from "./admin-graphql.server.ts";
import { openFulfillmentOrder as document } from "./documents/fulfillment-orders.ts";
import { gid } from "./gid.ts";
import type { MutationResult, RawUserError } from "./mutation-result.ts";
import { toResult } from "./mutation-result.ts";

/** Undoes reported progress (or a schedule), so that it can be moved again. Throws ShopifyError. */
export async function openFulfillmentOrder(
  shopId: string,
  fulfillmentOrderId: string,
): Promise<MutationResult> {
  const { fulfillmentOrderOpen: payload } = await adminGraphql<{
    fulfillmentOrderOpen: { userErrors: readonly RawUserError[] };
  }>(shopId, document, { id: gid("FulfillmentOrder", fulfillmentOrderId) });
  return toResult(payload.userErrors, () => ({}));
}
