import { adminGraphql } from "./admin-graphql.server.ts";
import { releaseHolds as document } from "./documents/fulfillment-orders.ts";
import { gid } from "./gid.ts";
import type { MutationResult, RawUserError } from "./mutation-result.ts";
import { toResult } from "./mutation-result.ts";

/**
 * Releases exactly the named holds. None named does nothing: Shopify would take it as all of them,
 * other apps' included. Throws ShopifyError.
 */
export async function releaseHolds(
  shopId: string,
  fulfillmentOrderId: string,
  holdIds: readonly string[],
): Promise<MutationResult> {
  if (holdIds.length === 0) return { ok: true };
  const { fulfillmentOrderReleaseHold: payload } = await adminGraphql<{
    fulfillmentOrderReleaseHold: { userErrors: readonly RawUserError[] };
  }>(shopId, document, {
    id: gid("FulfillmentOrder", fulfillmentOrderId),
    holdIds: holdIds.map((id) => gid("FulfillmentHold", id)),
  });
  return toResult(payload.userErrors, () => ({}));
}
