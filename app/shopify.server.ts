import "@shopify/shopify-app-remix/adapters/node";
import { ApiVersion, AppDistribution, shopifyApp } from "@shopify/shopify-app-remix/server";
import { env } from "./env.server.ts";
import { afterInstall } from "./shopify/after-install.server.ts";
import { sessionStorage } from "./shopify/session-storage.server.ts";

/** Shopify's own library: install by token exchange, session tokens, expiring offline tokens. */
export const shopify = shopifyApp({
  apiKey: env.SHOPIFY_API_KEY,
  apiSecretKey: env.SHOPIFY_API_SECRET,
  apiVersion: ApiVersion.October26,
  scopes: env.SCOPES.split(","),
  appUrl: env.SHOPIFY_APP_URL,
  authPathPrefix: "/auth",
  sessionStorage,
  distribution: AppDistribution.AppStore,
  future: { unstable_newEmbeddedAuthStrategy: true, expiringOfflineAccessTokens: true },
  hooks: { afterAuth: async ({ session }) => afterInstall(session) },
});
