import { adminGraphql } from "./admin-graphql.server.ts";
import { reportProgress as document } from "./documents/fulfillment-orders.ts";
import { gid } from "./gid.ts";
import type { MutationResult, RawUserError } from "./mutation-result.ts";
import { toResult } from "./mutation-result.ts";

/**
 * Marks a fulfillment order as being worked on, which keeps everyone from moving it. `note` is shown
 * in the admin, at most 256 characters. Throws ShopifyError.
 */
export async function reportProgress(
  shopId: string,
  fulfillmentOrderId: string,
  note: string,
): Promise<MutationResult> {
  const { fulfillmentOrderReportProgress: payload } = await adminGraphql<{
    fulfillmentOrderReportProgress: { userErrors: readonly RawUserError[] };
  }>(shopId, document, {
    id: gid("FulfillmentOrder", fulfillmentOrderId),
    report: { reasonNotes: note.slice(0, 256) },
  });
  return toResult(payload.userErrors, () => ({}));
}
