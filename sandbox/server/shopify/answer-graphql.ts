import { randomUUID } from "node:crypto";
import { z } from "zod";
import { executeAdminGraphql } from "#sandbox/graphql/execute.ts";
import type { ShopState } from "#sandbox/shop/state.ts";
import type { Answer, SandboxRequest } from "../http/answer.ts";
import type { Sandbox } from "../sandbox.ts";
import { FATES } from "./fates.ts";
import { throttledBody } from "./throttled-body.ts";

/** Numeric part of the app's gid in every shop. */
export const APP_ID = "60100000001";

const UNKNOWN_TOKEN =
  "[API] Invalid API key or access token (unrecognized login or wrong password)";

const UNAVAILABLE = { errors: "Service Unavailable" };

const graphqlRequest = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

/**
 * `POST /admin/api/{version}/graphql.json`. The access token decides the scopes, the faults in force
 * decide whether the call is refused, lost or cut on its way.
 */
export async function answerGraphql(
  sandbox: Sandbox,
  shop: ShopState,
  request: SandboxRequest,
): Promise<Answer> {
  const apiVersion = request.params["version"] ?? "";
  const token = sandbox.tokens.find(shop.domain, request.headers["x-shopify-access-token"]);
  const installation = sandbox.installations.find(shop.domain);
  if (!token || !installation) return reply(apiVersion, 401, { errors: UNKNOWN_TOKEN });
  const parsed = graphqlRequest.safeParse(parseJson(request.body));
  if (!parsed.success)
    return reply(apiVersion, 400, { errors: { query: "Required parameter missing or invalid" } });

  const fault = sandbox.faults.nextApiFault(parsed.data.query);
  if (fault === "throttle") return reply(apiVersion, 200, throttledBody(shop, APP_ID));
  if (fault === "error-before-commit") return reply(apiVersion, 503, UNAVAILABLE);

  const access = {
    scopes: installation.scopes,
    apiVersion,
    appId: APP_ID,
    appTitle: sandbox.app.name,
  };
  const { status, body } = await executeAdminGraphql(shop, withoutNullish(parsed.data), access);
  const answer = reply(apiVersion, status, body);
  return fault === null ? answer : { ...answer, fate: FATES[fault] };
}

/** GraphQL clients send absent members as null as well. */
function withoutNullish({ query, variables, operationName }: z.infer<typeof graphqlRequest>) {
  return {
    query,
    ...(variables ? { variables } : {}),
    ...(operationName ? { operationName } : {}),
  };
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return null;
  }
}

function reply(apiVersion: string, status: number, body: unknown): Answer {
  return {
    status,
    headers: {
      "content-type": "application/json; charset=utf-8",
      "x-shopify-api-version": apiVersion,
      "x-request-id": randomUUID(),
    },
    body: JSON.stringify(body),
  };
}
