import { adminGraphql } from "./admin-graphql.server.ts";
import { splitFulfillmentOrder as document } from "./documents/fulfillment-orders.ts";
import { gid, numericId } from "./gid.ts";
import type { FulfillmentOrderLineUnits } from "./live-order.ts";
import type { MutationResult, RawUserError } from "./mutation-result.ts";
import { toLineInputs, toResult } from "./mutation-result.ts";

/**
 * Takes some units of a fulfillment order out into a new one at the same location. Shopify's names
 * mislead: the original keeps its id and loses the units; the "remaining" one is the new one.
 *
 * Not idempotent: when the ShopifyError thrown says `outcomeUnknown`, read before repeating.
 */
export async function splitFulfillmentOrder(
  shopId: string,
  fulfillmentOrderId: string,
  lines: readonly FulfillmentOrderLineUnits[],
): Promise<MutationResult<{ readonly newFulfillmentOrderId: string | null }>> {
  const { fulfillmentOrderSplit: payload } = await adminGraphql<{
    fulfillmentOrderSplit: {
      fulfillmentOrderSplits: readonly { remainingFulfillmentOrder: { id: string } }[] | null;
      userErrors: readonly RawUserError[];
    };
  }>(shopId, document, {
    splits: [
      {
        fulfillmentOrderId: gid("FulfillmentOrder", fulfillmentOrderId),
        fulfillmentOrderLineItems: toLineInputs(lines),
      },
    ],
  });
  const fresh = payload.fulfillmentOrderSplits?.[0]?.remainingFulfillmentOrder;
  return toResult(payload.userErrors, () => ({
    newFulfillmentOrderId: fresh ? numericId(fresh.id) : null,
  }));
}
