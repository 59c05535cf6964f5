import { ApiVersion } from "@shopify/shopify-api";
import { ClientError, GraphQLClient } from "graphql-request";
import { interpretBreak, interpretStatus } from "./interpret-failure.ts";
import type { ThrottleStatus } from "./points-budget.ts";

const timeoutMs = 15_000;

export interface QueryCost {
  readonly requestedQueryCost: number;
  /** Null when the query was refused. */
  readonly actualQueryCost: number | null;
  readonly throttleStatus: ThrottleStatus;
}

export interface GraphqlAnswer {
  readonly data: unknown;
  readonly errors: readonly { message: string; extensions?: { code?: unknown } }[];
  /** Absent when Shopify refused the document before looking at its cost. */
  readonly cost: QueryCost | null;
}

export interface GraphqlRequest {
  readonly shopId: string;
  readonly token: string;
  readonly document: string;
  readonly variables: object;
  readonly isWrite: boolean;
}

/** One exchange with the shop's Admin API. Throws ShopifyError when no whole answer came back. */
export async function sendGraphql(request: GraphqlRequest): Promise<GraphqlAnswer> {
  const url = `https://${request.shopId}/admin/api/${ApiVersion.October26}/graphql.json`;
  const client = new GraphQLClient(url, {
    fetch,
    errorPolicy: "all",
    headers: { "X-Shopify-Access-Token": request.token },
  });
  try {
    const answer = await client.rawRequest<unknown, object>({
      query: request.document,
      variables: request.variables,
      signal: AbortSignal.timeout(timeoutMs),
    });
    const extensions = answer.extensions as { cost?: QueryCost } | undefined;
    return { data: answer.data, errors: answer.errors ?? [], cost: extensions?.cost ?? null };
  } catch (error) {
    throw error instanceof ClientError
      ? interpretStatus(error.response.status, request.isWrite)
      : interpretBreak(error, request.isWrite);
  }
}
