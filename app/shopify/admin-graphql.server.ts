import { accessToken } from "./access-token.server.ts";
import { ShopifyError } from "./errors.ts";
import { interpretErrors } from "./interpret-failure.ts";
import type { Turn } from "./pace-calls.server.ts";
import { returnPoints, takePoints } from "./pace-calls.server.ts";
import type { GraphqlAnswer, GraphqlRequest } from "./send-graphql.server.ts";
import { sendGraphql } from "./send-graphql.server.ts";

export interface CallOptions extends Turn {
  /** Points the call will ask for, until Shopify's first answer to this operation tells. */
  readonly estimatedCost?: number;
}

/** Ten for a mutation and a few objects: right for most writes. */
const usualCost = 15;
/** The budget is shared with our other processes, so an admitted call may still be refused. */
const throttledTries = 5;

/** What each operation asked for last; those of one name that expect another cost (a larger page) apart. */
const requestedCosts = new Map<string, number>();

/**
 * Calls the shop's Admin API (2026-10) with the app's offline token, within the shop's point budget.
 * `document` holds one named operation. Returns its data.
 *
 * Throws ShopifyError: `budget_spent` (retry later, says when) if the budget does not allow the call
 * within about 10 s; `unauthorized` if a fresh token is refused too; for a write whose answer never
 * arrived, one with `outcomeUnknown`. Business refusals are `userErrors` in the data.
 */
export async function adminGraphql<TData>(
  shopId: string,
  document: string,
  variables: object,
  options: CallOptions = {},
): Promise<TData> {
  const { name, isWrite } = describeOperation(document);
  const request = { shopId, document, variables, isWrite };
  let token = await accessToken(shopId);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return (await callWithin(name, { ...request, token }, options)) as TData;
    } catch (error) {
      if (!(error instanceof ShopifyError) || !mayRepeat(error, attempt)) throw error;
      if (error.code === "unauthorized") token = await accessToken(shopId, token);
    }
  }
}

/**
 * Both refusals happen before execution, so even a write may be sent again. A token is refused twice
 * when ours was old and the stored one is dead as well.
 */
function mayRepeat(error: ShopifyError, attempt: number): boolean {
  if (error.code === "unauthorized") return attempt <= 2;
  return error.code === "THROTTLED" && attempt < throttledTries;
}

async function callWithin(
  name: string,
  request: GraphqlRequest,
  options: CallOptions,
): Promise<unknown> {
  const expected = options.estimatedCost ?? usualCost;
  const kind = `${name}/${expected}`;
  const cost = requestedCosts.get(kind) ?? expected;
  await takePoints(request.shopId, cost, options);
  let answer: GraphqlAnswer | undefined;
  try {
    answer = await sendGraphql(request);
  } finally {
    returnPoints(request.shopId, cost, answer?.cost?.throttleStatus ?? null);
  }
  if (answer.cost) requestedCosts.set(kind, answer.cost.requestedQueryCost);
  if (answer.errors.length > 0) throw interpretErrors(answer.errors, request.isWrite);
  return answer.data;
}

function describeOperation(document: string): { name: string; isWrite: boolean } {
  const [, kind, name] = /^\s*(query|mutation)\s+(\w+)/.exec(document) ?? [];
  if (!kind || !name) throw new Error("A document must begin with a named query or mutation.");
  return { name, isWrite: kind === "mutation" };
}
