import { adminGraphql } from "./admin-graphql.server.ts";
import { startBulkQuery as document } from "./documents/catalog.ts";
import { numericId } from "./gid.ts";
import type { MutationResult, RawUserError } from "./mutation-result.ts";
import { toResult } from "./mutation-result.ts";

/**
 * Starts an export on Shopify's side; `OPERATION_IN_PROGRESS` or `LIMIT_REACHED` among the errors
 * means later. Its end comes as bulk_operations/finish. Throws ShopifyError.
 */
export async function startBulkQuery(
  shopId: string,
  query: string,
): Promise<MutationResult<{ readonly bulkOperationId: string }>> {
  const { bulkOperationRunQuery: payload } = await adminGraphql<{
    bulkOperationRunQuery: {
      bulkOperation: { id: string } | null;
      userErrors: readonly RawUserError[];
    };
  }>(shopId, document, { query });
  return toResult(payload.userErrors, () => ({
    bulkOperationId: numericId(payload.bulkOperation?.id ?? ""),
  }));
}
