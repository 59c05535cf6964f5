import { afterAll } from "vitest";
import type { AppConfig } from "#sandbox/server/app/app-config.ts";
import { startSandbox, type SandboxOptions } from "#sandbox/server/start-sandbox.ts";
import { catchRequests, type CaughtRequest } from "./catch-requests.ts";

export const SHOP = "outfitters.myshopify.com";
export const CLIENT_ID = "test-client";
export const SECRET = "hush";
export const OWNER_ID = "94350021001";

const APP: AppConfig = {
  name: "Backroom",
  handle: "backroom",
  scopes: [
    "read_orders",
    "read_locations",
    "read_products",
    "read_merchant_managed_fulfillment_orders",
    "write_merchant_managed_fulfillment_orders",
    "write_orders",
  ],
  optionalScopes: [],
  webhookApiVersion: "2026-10",
  subscriptions: [
    "app/uninstalled",
    "app/scopes_update",
    "orders/create",
    "orders/edited",
    "orders/cancelled",
    "inventory_levels/update",
    "locations/deactivate",
    "fulfillment_orders/order_routing_complete",
    "fulfillment_orders/moved",
  ].map((topic) => ({ topic, uri: "/webhooks" })),
  complianceSubscriptions: ["customers/data_request", "customers/redact", "shop/redact"].map(
    (topic) => ({ topic, uri: "/webhooks" }),
  ),
};

/** A sandbox on free ports with one shop, in front of an app that keeps every webhook it gets. */
export async function startTestSandbox(
  options: Partial<SandboxOptions> = {},
  answer: (request: CaughtRequest) => number | string = () => 200,
) {
  const app = await catchRequests(answer);
  const sandbox = await startSandbox({
    port: 0,
    tunnelPort: 0,
    appPort: app.port,
    clientId: CLIENT_ID,
    clientSecrets: [SECRET],
    shops: [{ domain: SHOP, seed: 7 }],
    app: APP,
    retrySpeed: 10_000,
    ...options,
  });
  afterAll(async () => {
    await sandbox.close();
    await app.close();
  });

  /** One control call. */
  async function control(method: string, path: string, body?: unknown) {
    const answer = await fetch(`${sandbox.url}/sandbox/${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: (await answer.json()) as unknown };
  }

  /** One call of the app to a shop's own host. */
  async function callShop(path: string, body: unknown, headers: Record<string, string> = {}) {
    return await fetch(`${sandbox.url}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-sandbox-host": SHOP, ...headers },
      body: JSON.stringify(body),
    });
  }

  async function idToken(): Promise<string> {
    const { body } = await control("POST", `shops/${SHOP}/app/id-token`, { userId: OWNER_ID });
    return (body as { idToken: string }).idToken;
  }

  /** Installs the app and exchanges a session token for an expiring offline token. */
  async function installAndExchange(extra: Record<string, unknown> = {}) {
    await control("POST", `shops/${SHOP}/app/install`);
    return await callShop("/admin/oauth/access_token", {
      ...exchangeBody(await idToken()),
      ...extra,
    });
  }

  async function accessToken(): Promise<string> {
    const answer = await installAndExchange();
    return ((await answer.json()) as { access_token: string }).access_token;
  }

  /** One Admin API call with a fresh access token. */
  async function graphql(query: string, variables: Record<string, unknown> = {}, token?: string) {
    return await callShop(
      "/admin/api/2026-10/graphql.json",
      { query, variables },
      { "x-shopify-access-token": token ?? (await accessToken()) },
    );
  }

  return { sandbox, app, control, callShop, idToken, installAndExchange, accessToken, graphql };
}

export function exchangeBody(subjectToken: string) {
  return {
    client_id: CLIENT_ID,
    client_secret: SECRET,
    grant_type: "urn:ietf:params:oauth:grant-type:token-exchange",
    subject_token: subjectToken,
    subject_token_type: "urn:ietf:params:oauth:token-type:id_token",
    requested_token_type: "urn:shopify:params:oauth:token-type:offline-access-token",
    expiring: "1",
  };
}
