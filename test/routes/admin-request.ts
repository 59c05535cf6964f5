import { Session } from "@shopify/shopify-api";
import { env } from "#app/env.server.ts";
import { sessionStorage } from "#app/shopify/session-storage.server.ts";
import { signSessionToken } from "#sandbox/server/tokens/sign-session-token.ts";

const userId = "42";

/**
 * A request as the embedded app's own fetch sends it: Maria of the given shop, signed in with a
 * session token. A form makes it a POST; `json` a POST of JSON.
 */
export async function adminRequest(
  shopId: string,
  path: string,
  sent: { readonly form?: Record<string, string>; readonly json?: unknown } = {},
): Promise<Request> {
  await signIn(shopId);
  const token = await signSessionToken({
    shop: shopId,
    userId,
    clientId: env.SHOPIFY_API_KEY,
    secret: env.SHOPIFY_API_SECRET,
  });
  const headers = new Headers({
    authorization: `Bearer ${token}`,
    "user-agent": "Mozilla/5.0 (X11; Linux x86_64) Chrome/147.0",
  });
  const url = new URL(path, env.SHOPIFY_APP_URL);
  if (sent.form) {
    return new Request(url, { method: "POST", headers, body: new URLSearchParams(sent.form) });
  }
  if (sent.json === undefined) return new Request(url, { headers });
  headers.set("content-type", "application/json");
  return new Request(url, { method: "POST", headers, body: JSON.stringify(sent.json) });
}

async function signIn(shopId: string): Promise<void> {
  const user = {
    id: Number(userId),
    first_name: "Maria",
    last_name: "Lopez",
    email: "maria@example.com",
    email_verified: true,
    account_owner: false,
    locale: "en",
    collaborator: false,
  };
  await sessionStorage.storeSession(
    new Session({
      id: `${shopId}_${userId}`,
      shop: shopId,
      state: "",
      isOnline: true,
      scope: env.SCOPES,
      expires: new Date(Date.now() + 3_600_000),
      accessToken: "shpua_test",
      onlineAccessInfo: {
        expires_in: 3_600,
        associated_user_scope: env.SCOPES,
        associated_user: user,
      },
    }),
  );
}
