import { adminGraphql } from "./admin-graphql.server.ts";
import { readBulkOperation as document } from "./documents/catalog.ts";
import { gid } from "./gid.ts";

export interface BulkOperation {
  readonly status:
    "CREATED" | "RUNNING" | "COMPLETED" | "CANCELING" | "CANCELED" | "FAILED" | "EXPIRED";
  readonly errorCode: string | null;
  /** Where the JSON lines lie for 7 days; null when there is no row, or not yet. */
  readonly url: string | null;
}

/** How far an export is; null when Shopify does not know it. Throws ShopifyError. */
export async function readBulkOperation(
  shopId: string,
  bulkOperationId: string,
): Promise<BulkOperation | null> {
  const data = await adminGraphql<{ bulkOperation: BulkOperation | null }>(shopId, document, {
    id: gid("BulkOperation", bulkOperationId),
  });
  return data.bulkOperation;
}
