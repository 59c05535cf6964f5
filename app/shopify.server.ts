import "@shopify/shopify-app-remix/adapters/node";
import {
  ApiVersion,
  AppDistribution,
  LogSeverity,
  shopifyApp,
} from "@shopify/shopify-app-remix/server";
import { env } from "./env.server.ts";
import { log } from "./log.server.ts";
import { sessionStorage } from "./shopify/session-storage.server.ts";
import { installShop } from "./shops/install-shop.server.ts";

/**
 * Shopify's own library: install by token exchange, session tokens, expiring offline tokens. Online
 * tokens as well, so that every act of a person carries their name.
 */
export const shopify = shopifyApp({
  apiKey: env.SHOPIFY_API_KEY,
  apiSecretKey: env.SHOPIFY_API_SECRET,
  apiVersion: ApiVersion.October26,
  scopes: env.SCOPES.split(","),
  appUrl: env.SHOPIFY_APP_URL,
  authPathPrefix: "/auth",
  useOnlineTokens: true,
  sessionStorage,
  distribution: AppDistribution.AppStore,
  future: { unstable_newEmbeddedAuthStrategy: true, expiringOfflineAccessTokens: true },
  logger: { level: LogSeverity.Warning, log: async (_, message) => log.warn(message) },
  hooks: { afterAuth: ({ session }) => installShop(session) },
});
