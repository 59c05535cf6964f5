import { findShop } from "../find-shop.ts";
import type { Answer, SandboxRequest } from "../http/answer.ts";
import { answerJson } from "../http/answer-json.ts";
import { routeRequest } from "../http/route-request.ts";
import type { Sandbox } from "../sandbox.ts";
import { answerAccessToken } from "./answer-access-token.ts";
import { answerBulkResult } from "./answer-bulk-result.ts";
import { answerGraphql } from "./answer-graphql.ts";
import { FATES } from "./fates.ts";

const STORAGE_HOST = "storage.googleapis.com";

/** Answers what the app asks of Shopify's own hosts; the host stands in `x-sandbox-host`. */
export function answerShopify(sandbox: Sandbox) {
  const route = routeRequest([
    {
      method: "POST",
      path: "/admin/oauth/access_token",
      handle: (request) => answerTokenRequest(sandbox, request),
    },
    {
      method: "POST",
      path: "/admin/api/:version/graphql.json",
      handle: (request) => answerGraphql(sandbox, findShop(sandbox, hostOf(request)), request),
    },
  ]);
  return async (request: SandboxRequest): Promise<Answer> => {
    const host = hostOf(request);
    if (host === STORAGE_HOST) return answerBulkResult(sandbox, host, request);
    findShop(sandbox, host);
    const answer = await route(request);
    return (
      answer ??
      answerJson(404, { errors: `The sandbox has no ${request.method} ${request.url.pathname}` })
    );
  };
}

async function answerTokenRequest(sandbox: Sandbox, request: SandboxRequest): Promise<Answer> {
  const fault = sandbox.faults.nextTokenFault();
  if (fault === "throttle") return answerJson(429, { errors: "Exceeded rate limit" });
  if (fault === "error-before-commit") return answerJson(503, { errors: "Service Unavailable" });
  const answer = await answerAccessToken(sandbox, hostOf(request), request);
  return fault === null ? answer : { ...answer, fate: FATES[fault] };
}

function hostOf(request: SandboxRequest): string {
  return request.headers["x-sandbox-host"] ?? "";
}
