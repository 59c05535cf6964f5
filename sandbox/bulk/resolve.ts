import { gidOf } from "../fulfillment-orders/payloads.ts";
import { payloadOf } from "../graphql/answer-mutation.ts";
import { byId } from "../graphql/by-id.ts";
import { connect, type PageArguments } from "../graphql/connect.ts";
import type { AdminContext } from "../graphql/context.ts";
import { idIn } from "../graphql/gid.ts";
import { plain, type ResolverMap } from "../graphql/resolver.ts";
import { search, type Filters } from "../graphql/search.ts";
import { upper } from "../graphql/upper.ts";
import { done, refuse, type Outcome } from "../shop/outcome.ts";
import type { BulkOperation } from "./bulk-operation.ts";
import { cancelBulkOperation, runBulkQuery } from "./run-query.ts";

const bulkOperation = {
  id: ({ id }: BulkOperation) => gidOf("BulkOperation", id),
  ...plain<BulkOperation>("createdAt", "completedAt", "query", "url"),
  status: ({ status }: BulkOperation) => upper(status),
  type: () => "QUERY",
  errorCode: ({ errorCode }: BulkOperation) => (errorCode === null ? null : upper(errorCode)),
  objectCount: ({ objectCount }: BulkOperation) => String(objectCount),
  rootObjectCount: ({ rootObjectCount }: BulkOperation) => String(rootObjectCount),
  fileSize: ({ fileSize }: BulkOperation) => (fileSize === null ? null : String(fileSize)),
  partialDataUrl: () => null,
};

const filters: Filters<BulkOperation> = {
  id: ({ id }) => id,
  status: ({ status }) => status,
  created_at: ({ createdAt }) => createdAt,
};

const queries = {
  bulkOperation: (_: undefined, { id }: { id: string }, { shop }: AdminContext) =>
    shop.bulkOperations.get(idIn("BulkOperation", id)) ?? null,
  bulkOperations: (
    _: undefined,
    args: PageArguments & { query?: string | null },
    { shop, access }: AdminContext,
  ) => {
    const own = [...shop.bulkOperations.values()].filter(({ appId }) => appId === access.appId);
    return connect(search(own, args.query, filters), args, byId);
  },
};

const mutations = {
  bulkOperationRunQuery: (_: undefined, { query }: { query: string }, context: AdminContext) =>
    payloadOf(runBulkQuery(context, query), (operation) => ({ bulkOperation: operation })),
  bulkOperationCancel: (_: undefined, { id }: { id: string }, { shop }: AdminContext) => {
    const found = shop.bulkOperations.get(idIn("BulkOperation", id));
    const outcome: Outcome<BulkOperation> =
      found === undefined ? refuse("Bulk operation does not exist", null, ["id"]) : done(found);
    if (outcome.ok) cancelBulkOperation(shop, outcome.result);
    return payloadOf(outcome, (operation) => ({ bulkOperation: operation }));
  },
};

export const bulkResolvers: ResolverMap = {
  BulkOperation: bulkOperation,
  QueryRoot: queries,
  Mutation: mutations,
};
