import { STAFF } from "../app/staff.ts";
import { answerJson } from "../http/answer-json.ts";
import type { Answer, SandboxRequest } from "../http/answer.ts";
import type { Sandbox } from "../sandbox.ts";
import type { AccessToken, TokenPair } from "../tokens/token-store.ts";
import { verifySessionToken } from "../tokens/verify-session-token.ts";

const EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
const ID_TOKEN = "urn:ietf:params:oauth:token-type:id_token";
const OFFLINE = "urn:shopify:params:oauth:token-type:offline-access-token";
const ONLINE = "urn:shopify:params:oauth:token-type:online-access-token";

type Form = Readonly<Record<string, string | undefined>>;

/**
 * `POST /admin/oauth/access_token`: token exchange (offline, expiring or not, and online), refresh,
 * and the authorization code grant. Errors are OAuth's `{error, error_description}` at 400.
 */
export async function answerAccessToken(
  sandbox: Sandbox,
  shop: string,
  request: SandboxRequest,
): Promise<Answer> {
  const form = readForm(request);
  if (form === null) return refuse("invalid_request", "The body is neither JSON nor a form.");
  if (form["client_id"] !== sandbox.clientId) {
    return refuse("application_cannot_be_found", "No app has this client_id.");
  }
  if (!sandbox.clientSecrets.includes(form["client_secret"] ?? "")) {
    return refuse("invalid_client", "The client_secret is not one of the app's.");
  }
  if (form["grant_type"] === EXCHANGE) return await exchange(sandbox, shop, form);
  if (form["grant_type"] === "refresh_token") return refresh(sandbox, shop, form);
  if (form["grant_type"] === undefined && form["code"]) return redeemCode(sandbox, shop, form);
  return refuse("unsupported_grant_type", `Unknown grant_type ${form["grant_type"] ?? ""}.`);
}

function readForm(request: SandboxRequest): Form | null {
  const text = request.body.toString("utf8");
  if (request.headers["content-type"]?.startsWith("application/x-www-form-urlencoded")) {
    return Object.fromEntries(new URLSearchParams(text));
  }
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Form) : null;
  } catch {
    return null;
  }
}

async function exchange(sandbox: Sandbox, shop: string, form: Form): Promise<Answer> {
  if (form["subject_token_type"] !== ID_TOKEN) {
    return refuse("invalid_request", "subject_token_type must be an id_token.");
  }
  const userId = await verifySessionToken(form["subject_token"] ?? "", {
    shop,
    clientId: sandbox.clientId,
    secrets: sandbox.clientSecrets,
  });
  if (userId === null || !sandbox.installations.find(shop)) {
    return refuse("invalid_subject_token", "The subject token is invalid or has expired.");
  }
  if (form["requested_token_type"] === ONLINE) {
    return answerOnline(sandbox, shop, sandbox.tokens.issueOnline(shop, userId), userId);
  }
  if (form["requested_token_type"] !== OFFLINE) {
    return refuse("invalid_request", "requested_token_type must be offline or online.");
  }
  return answerOffline(sandbox, shop, form);
}

function answerOffline(sandbox: Sandbox, shop: string, form: Form): Answer {
  if (form["expiring"] === "1") {
    return answerPair(sandbox, shop, sandbox.tokens.issueExpiringOffline(shop));
  }
  const access = sandbox.tokens.issueOffline(shop);
  return answerJson(200, { access_token: access.token, scope: scopeOf(sandbox, shop) });
}

function refresh(sandbox: Sandbox, shop: string, form: Form): Answer {
  const pair = sandbox.tokens.refresh(shop, form["refresh_token"] ?? "");
  if (!pair) return refuse("invalid_grant", "The refresh token has expired or been revoked.");
  return answerPair(sandbox, shop, pair);
}

function redeemCode(sandbox: Sandbox, shop: string, form: Form): Answer {
  if (!sandbox.tokens.redeemCode(shop, form["code"] ?? "")) {
    return refuse("invalid_request", "The authorization code was not found or was already used");
  }
  return answerOffline(sandbox, shop, form);
}

function answerPair(sandbox: Sandbox, shop: string, pair: TokenPair): Answer {
  return answerJson(200, {
    access_token: pair.access.token,
    scope: scopeOf(sandbox, shop),
    expires_in: secondsUntil(sandbox, pair.access.expiresAt),
    refresh_token: pair.refresh.token,
    refresh_token_expires_in: secondsUntil(sandbox, pair.refresh.expiresAt),
  });
}

function answerOnline(sandbox: Sandbox, shop: string, access: AccessToken, userId: string): Answer {
  const user = STAFF.find((member) => member.id === userId);
  if (!user) return refuse("invalid_subject_token", "The subject is no user of this shop.");
  const scope = scopeOf(sandbox, shop);
  return answerJson(200, {
    access_token: access.token,
    scope,
    expires_in: secondsUntil(sandbox, access.expiresAt),
    associated_user_scope: scope,
    associated_user: {
      id: Number(user.id),
      first_name: user.firstName,
      last_name: user.lastName,
      email: user.email,
      email_verified: true,
      account_owner: user.accountOwner,
      locale: "en",
      collaborator: false,
    },
  });
}

function scopeOf(sandbox: Sandbox, shop: string): string {
  return sandbox.installations.find(shop)?.scopes.join(",") ?? "";
}

function secondsUntil(sandbox: Sandbox, instant: number | null): number {
  return Math.floor(((instant ?? 0) - sandbox.clock().getTime()) / 1000);
}

function refuse(error: string, description: string): Answer {
  return answerJson(400, { error, error_description: description });
}
