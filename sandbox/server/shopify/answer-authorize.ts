import { hostParameter } from "../admin/host-parameter.ts";
import { findShop } from "../find-shop.ts";
import type { Answer, SandboxRequest } from "../http/answer.ts";
import { Refusal } from "../http/refusal.ts";
import type { Sandbox } from "../sandbox.ts";
import { signQuery } from "./sign-query.ts";

/**
 * `GET /admin/oauth/authorize`: the consent page of the authorization code grant, consenting at
 * once. Redirects to the app's `redirect_uri` with a code, the state and a signed query.
 */
export function answerAuthorize(sandbox: Sandbox, request: SandboxRequest): Answer {
  const query = request.url.searchParams;
  const shop = findShop(sandbox, query.get("shop") ?? request.headers["x-sandbox-host"]);
  const redirect = new URL(query.get("redirect_uri") ?? "", sandbox.origins.tunnel);
  if (query.get("client_id") !== sandbox.clientId) throw new Refusal(400, "Unknown client_id.");
  if (redirect.origin !== sandbox.origins.tunnel) {
    throw new Refusal(400, "The redirect_uri is not whitelisted");
  }
  sandbox.installations.install(shop.domain, sandbox.app.scopes);
  const answer = new URLSearchParams({
    code: sandbox.tokens.issueCode(shop.domain),
    host: hostParameter(shop),
    shop: shop.domain,
    state: query.get("state") ?? "",
    timestamp: String(Math.floor(Date.now() / 1000)),
  });
  answer.sort();
  answer.append("hmac", signQuery(answer, sandbox.clientSecrets[0] ?? ""));
  redirect.search = answer.toString();
  return { status: 302, headers: { location: redirect.href }, body: "" };
}
