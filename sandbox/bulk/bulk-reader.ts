import type { DocumentNode, ExecutionResult, GraphQLError } from "graphql";

/** How a bulk operation gets at the schema it is itself part of: handed in with the request. */
export interface BulkReader {
  /** What Shopify's schema, or the sandbox, has against the document. */
  faultsIn: (document: DocumentNode) => readonly GraphQLError[];
  /** Executes the document with the request's access, every connection read whole. */
  read: (document: DocumentNode) => ExecutionResult;
}
