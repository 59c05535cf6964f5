import "@shopify/shopify-api/adapters/web-api";
import type { Session } from "@shopify/shopify-api";
import { ApiVersion, HttpResponseError, LogSeverity, shopifyApi } from "@shopify/shopify-api";
import { lockShop, inShop } from "#app/db.server.ts";
import { env } from "#app/env.server.ts";
import { log } from "#app/log.server.ts";
import { ShopifyError } from "./errors.ts";
import { findSession, writeSession } from "./session-storage.server.ts";

const api = shopifyApi({
  apiKey: env.SHOPIFY_API_KEY,
  apiSecretKey: env.SHOPIFY_API_SECRET,
  apiVersion: ApiVersion.October26,
  hostName: new URL(env.SHOPIFY_APP_URL).host,
  isEmbeddedApp: true,
  logger: {
    level: LogSeverity.Warning,
    log: (_severity, message) => log.warn({ message }, "token"),
  },
});

/**
 * Replaces the shop's offline token, once, however many processes ask: refresh tokens rotate, so the
 * loser of a race would hold a dead pair. Under the shop's lock it reads the session again and only
 * refreshes while `stillUnfit` says so; the new pair is stored before the lock is released.
 *
 * Throws ShopifyError: `not_installed` without a session, `unauthorized` when the refresh token is
 * refused (the merchant must open the app again).
 */
export async function refreshToken(
  shopId: string,
  stillUnfit: (session: Session) => boolean,
): Promise<Session> {
  return inShop(
    { shopId },
    async (tx) => {
      await lockShop(tx, shopId, "token");
      const session = await findSession(tx, `offline_${shopId}`);
      if (!session) throw notInstalled(shopId);
      if (!stillUnfit(session)) return session;
      const fresh = await requestToken(shopId, session);
      await writeSession(tx, fresh);
      return fresh;
    },
    { timeout: 30_000 },
  );
}

export function notInstalled(shopId: string): ShopifyError {
  return new ShopifyError(`${shopId} has no session: the app is not installed there.`, {
    code: "not_installed",
    retry: "never",
  });
}

async function requestToken(shopId: string, session: Session): Promise<Session> {
  if (!session.refreshToken) throw refused(shopId, "it has no refresh token");
  try {
    const request = { shop: shopId, refreshToken: session.refreshToken };
    return (await api.auth.refreshToken(request)).session;
  } catch (error) {
    const status = error instanceof HttpResponseError ? error.response.code : 0;
    if (status >= 400 && status < 500 && status !== 429) {
      throw refused(shopId, `Shopify answered ${status}`, error);
    }
    throw new ShopifyError(`The token of ${shopId} could not be refreshed.`, {
      code: "network",
      retry: "later",
      cause: error,
    });
  }
}

function refused(shopId: string, why: string, cause?: unknown): ShopifyError {
  return new ShopifyError(`The token of ${shopId} cannot be refreshed: ${why}.`, {
    code: "unauthorized",
    retry: "never",
    cause,
  });
}
