import { announce, actInShop } from "../shop/events.ts";
import { Kind, parse, type DocumentNode } from "graphql";
import type { AdminContext } from "../graphql/context.ts";
import { gidOf } from "../fulfillment-orders/payloads.ts";
import { scheduleJob } from "../shop/jobs.ts";
import { newId } from "../shop/new-id.ts";
import { nowIn } from "../shop/now.ts";
import { done, refuse, type Outcome } from "../shop/outcome.ts";
import type { ShopState } from "../shop/state.ts";
import type { BulkOperation } from "./bulk-operation.ts";
import type { BulkReader } from "./bulk-reader.ts";
import { checkBulkQuery } from "./check-query.ts";
import { writeRows } from "./write-rows.ts";

/** Per app and shop since 2026-01. */
const MAX_CONCURRENT = 5;

/**
 * Starts a bulk query: the answer is an operation under way, the rows appear later at its url, and
 * bulk_operations/finish tells when.
 */
export function runBulkQuery(context: AdminContext, query: string): Outcome<BulkOperation> {
  const { shop, access, bulkReader } = context;
  const checked = checkBulkQuery(query, bulkReader);
  if (!checked.ok) return checked;
  const running = [...shop.bulkOperations.values()].filter(
    ({ status }) => status === "created" || status === "running",
  );
  if (running.length >= MAX_CONCURRENT) {
    return refuse("Bulk operations limit reached. Please try again later.", "LIMIT_REACHED");
  }
  const operation: BulkOperation = {
    id: newId(shop, "BulkOperation"),
    appId: access.appId,
    query,
    status: "created",
    errorCode: null,
    createdAt: nowIn(shop),
    completedAt: null,
    objectCount: 0,
    rootObjectCount: 0,
    fileSize: null,
    url: null,
  };
  shop.bulkOperations.set(operation.id, operation);
  scheduleJob(shop, () => complete(shop, operation, bulkReader));
  return done(operation);
}

/** Stops an operation that has not finished. */
export function cancelBulkOperation(shop: ShopState, operation: BulkOperation): void {
  if (operation.status !== "created" && operation.status !== "running") return;
  operation.status = "canceled";
  operation.completedAt = nowIn(shop);
  actInShop(shop, () => announceFinish(shop, operation));
}

function complete(shop: ShopState, operation: BulkOperation, reader: BulkReader): void {
  if (operation.status !== "created") return;
  const document = parse(operation.query);
  const { data, errors } = reader.read(document);
  operation.completedAt = nowIn(shop);
  if (errors !== undefined || data == null) {
    const denied = errors?.some(({ extensions }) => extensions["code"] === "ACCESS_DENIED");
    operation.status = "failed";
    operation.errorCode = denied === true ? "access_denied" : "internal_server_error";
  } else {
    keepRows(shop, operation, rootField(document), data);
  }
  actInShop(shop, () => announceFinish(shop, operation));
}

/** The response name of the root connection. */
function rootField(document: DocumentNode): string {
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const [field] = definition.selectionSet.selections;
    if (field?.kind === Kind.FIELD) return field.alias?.value ?? field.name.value;
  }
  throw new Error("A bulk query without a root field");
}

function keepRows(
  shop: ShopState,
  operation: BulkOperation,
  root: string,
  data: Record<string, unknown>,
): void {
  const { lines, rootObjects } = writeRows(data[root]);
  operation.status = "completed";
  operation.objectCount = lines.length;
  operation.rootObjectCount = rootObjects;
  if (lines.length === 0) return;
  const text = `${lines.join("\n")}\n`;
  operation.fileSize = Buffer.byteLength(text);
  operation.url = `https://storage.googleapis.com/shopify-tiers-assets-prod-us-east1/bulk-operation-outputs/${shop.id}-${operation.id}.jsonl`;
  shop.bulkResults.set(operation.url, text);
}

function announceFinish(shop: ShopState, operation: BulkOperation): void {
  announce(shop, "bulk_operations/finish", () => ({
    admin_graphql_api_id: gidOf("BulkOperation", operation.id),
    completed_at: operation.completedAt,
    created_at: operation.createdAt,
    error_code: operation.errorCode,
    status: operation.status,
    type: "query",
  }));
}
