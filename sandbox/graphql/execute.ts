import {
  execute,
  executeSync,
  GraphQLError,
  type DocumentNode,
  type ExecutionResult,
} from "graphql";
import type { ShopState } from "../shop/state.ts";
import { adminSchema } from "./admin-schema.ts";
import { checkVariables } from "./check-variables.ts";
import type { AdminContext } from "./context.ts";
import { actualCost, requestedCost } from "./cost.ts";
import { chargePoints, throttleStatus } from "./point-bucket.ts";
import { validateRequest } from "./validate-request.ts";
import { chooseOperation, prepareDocument, type PreparedOperation } from "./prepare-document.ts";

export interface AdminRequest {
  query: string;
  variables?: Record<string, unknown>;
  operationName?: string;
}

/** Whose token the request carried, and what it may do. */
export interface AdminAccess {
  scopes: string[];
  /** "2026-10" */
  apiVersion: string;
  /** Numeric part of the app's gid. */
  appId: string;
  appTitle: string;
}

export interface AdminAnswer {
  status: number;
  body: unknown;
}

/** One query may ask for at most this many points. */
const MAX_QUERY_COST = 1000;
const LIMITS_PAGE = "https://shopify.dev/api/usage/rate-limits";

/**
 * Answers one Admin GraphQL request as Shopify would: HTTP 200 for everything, faults in `errors`,
 * business refusals in `userErrors`, the cost in `extensions`. A request is admitted on the points
 * it asks for and charged those its answer took.
 */
export async function executeAdminGraphql(
  shop: ShopState,
  request: AdminRequest,
  access: AdminAccess,
): Promise<AdminAnswer> {
  const prepared = prepareDocument(request.query);
  if ("errors" in prepared) return failed(prepared.errors);
  const operation = chooseOperation(prepared.operations, request.operationName);
  if (operation instanceof GraphQLError) return failed([operation]);
  const checked = checkVariables(
    adminSchema().schema,
    operation.definition,
    request.variables ?? {},
  );
  if ("errors" in checked) return failed(checked.errors);
  const requested = requestedCost(operation.cost, checked.values);
  const refusal = refusalOnCost(shop, access, requested);
  if (refusal !== null) return { status: 200, body: refusal };
  const result = await run(shop, prepared.document, operation, request.variables ?? {}, access);
  return { status: 200, body: withCost(shop, access, operation, requested, result) };
}

function failed(errors: readonly GraphQLError[]): AdminAnswer {
  return { status: 200, body: { errors: errors.map((error) => error.toJSON()) } };
}

function refusalOnCost(shop: ShopState, access: AdminAccess, requested: number): unknown {
  if (requested > MAX_QUERY_COST) {
    const message = `Query cost is ${requested}, which exceeds the single query max cost limit (${MAX_QUERY_COST}).`;
    const extensions = {
      code: "MAX_COST_EXCEEDED",
      cost: requested,
      maxCost: MAX_QUERY_COST,
      documentation: LIMITS_PAGE,
    };
    return { errors: [{ message, extensions }] };
  }
  const status = throttleStatus(shop, access.appId);
  if (status.currentlyAvailable >= requested) return null;
  return {
    errors: [
      { message: "Throttled", extensions: { code: "THROTTLED", documentation: LIMITS_PAGE } },
    ],
    extensions: {
      cost: { requestedQueryCost: requested, actualQueryCost: null, throttleStatus: status },
    },
  };
}

/** What a request's resolvers are given. */
function contextFor(shop: ShopState, access: AdminAccess, readsWholeLists: boolean): AdminContext {
  return {
    shop,
    access,
    scopes: effectiveScopes(access.scopes),
    actor: { appId: access.appId, appTitle: access.appTitle },
    readsWholeLists,
    bulkReader: {
      faultsIn: validateRequest,
      read: (document) =>
        executeSync({
          schema: adminSchema().schema,
          document,
          contextValue: contextFor(shop, access, true),
        }),
    },
  };
}

/** A scope to write includes the one to read. */
function effectiveScopes(granted: readonly string[]): ReadonlySet<string> {
  const implied = granted.map((scope) => scope.replace(/^write_/, "read_"));
  return new Set([...granted, ...implied]);
}

async function run(
  shop: ShopState,
  document: DocumentNode,
  operation: PreparedOperation,
  variableValues: Record<string, unknown>,
  access: AdminAccess,
): Promise<ExecutionResult> {
  const operationName = operation.definition.name?.value;
  return execute({
    schema: adminSchema().schema,
    document,
    contextValue: contextFor(shop, access, false),
    variableValues,
    ...(operationName === undefined ? {} : { operationName }),
  });
}

function withCost(
  shop: ShopState,
  access: AdminAccess,
  operation: PreparedOperation,
  requested: number,
  { data, errors }: ExecutionResult,
): unknown {
  const actual = actualCost(operation.cost, data);
  chargePoints(shop, access.appId, actual);
  return {
    ...(errors === undefined ? {} : { errors: errors.map((error) => error.toJSON()) }),
    data: data ?? null,
    extensions: {
      cost: {
        requestedQueryCost: requested,
        actualQueryCost: actual,
        throttleStatus: throttleStatus(shop, access.appId),
      },
    },
  };
}
