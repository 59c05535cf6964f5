import { randomUUID } from "node:crypto";
import type { ShopState } from "#sandbox/shop/state.ts";
import type { Sandbox } from "../sandbox.ts";
import { signQuery } from "../shopify/sign-query.ts";
import { signSessionToken } from "../tokens/sign-session-token.ts";
import { hostParameter } from "./host-parameter.ts";

/**
 * The address the admin gives its iframe: a page of the app with the embedding parameters, a fresh
 * session token of the signed-in person, and Shopify's signature over the query.
 *
 * @param path of the app, such as `/orders?status=held`.
 */
export async function embeddedAddress(
  sandbox: Sandbox,
  shop: ShopState,
  options: { path: string; userId: string; extra?: Readonly<Record<string, string>> },
): Promise<string> {
  const address = new URL(options.path, sandbox.origins.tunnel);
  const idToken = await signSessionToken({
    shop: shop.domain,
    userId: options.userId,
    clientId: sandbox.clientId,
    secret: sandbox.clientSecrets[0] ?? "",
  });
  const query = new URLSearchParams({
    ...options.extra,
    embedded: "1",
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
