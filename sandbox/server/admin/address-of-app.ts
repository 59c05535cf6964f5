import { randomUUID } from "node:crypto";
import type { ShopState } from "#sandbox/shop/state.ts";
import type { Sandbox } from "../sandbox.ts";
import { signQuery } from "../shopify/sign-query.ts";
import { signSessionToken } from "../tokens/sign-session-token.ts";
import { hostParameter } from "./host-parameter.ts";

/**
 * The address Shopify opens the app at: one of its pages with a fresh session token of the signed-in
 * person, what the surface adds (`embedded` in the admin, the location at a till), and Shopify's
 * signature over the query.
 *
 * @param options.path of the app, such as `/orders?status=held`.
 */
export async function addressOfApp(
  sandbox: Sandbox,
  shop: ShopState,
  options: { path: string; userId: string; surface: Readonly<Record<string, string>> },
): Promise<string> {
  const address = new URL(options.path, sandbox.origins.tunnel);
  const idToken = await signSessionToken({
    shop: shop.domain,
    userId: options.userId,
    clientId: sandbox.clientId,
    secret: sandbox.clientSecrets[0] ?? "",
  });
  const query = new URLSearchParams({
    ...options.surface,
    host: hostParameter(shop),
    id_token: idToken,
    locale: "en",
    session: randomUUID().replaceAll("-", ""),
    shop: shop.domain,
    timestamp: String(Math.floor(Date.now() / 1000)),
  });
  query.sort();
  query.append("hmac", signQuery(query, sandbox.clientSecrets[0] ?? ""));
  for (const [name, value] of query) address.searchParams.set(name, value);
  return address.href;
}
