import { readFileSync } from "node:fs";
import { Session } from "@shopify/shopify-api";
import { afterAll } from "vitest";
import { sessionStorage } from "#app/shopify/session-storage.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { parseAppToml } from "#sandbox/server/app/parse-app-toml.ts";
import type { RunningSandbox, SandboxOptions } from "#sandbox/server/start-sandbox.ts";
import { startSandbox } from "#sandbox/server/start-sandbox.ts";
import type { ShopState } from "#sandbox/shop/state.ts";
import type { TokenPair } from "#sandbox/server/tokens/token-store.ts";
import { installedShop } from "#test/builders/shop.ts";

export interface SandboxedShop {
  readonly sandbox: RunningSandbox;
  /** The shop as Shopify has it. */
  readonly state: ShopState;
  /** The shop as our domain calls take it. */
  readonly shop: ShopContext;
}

type SampleShop = Omit<SandboxOptions["shops"][number], "domain">;

const appFile = readFileSync(new URL("../../shopify.app.toml", import.meta.url), "utf8");

/**
 * A pretend Shopify with one shop that has the app installed, reached through the same network stand-in
 * the demo uses; its webhooks go nowhere. The shop's row and its expiring offline token are stored.
 * Import `#test/setup/database.ts` before this; one sandbox per test file.
 */
export async function openSandboxedShop(
  sample: SampleShop = { seed: 7, plan: "plus" },
  domain = "outfitters.myshopify.com",
): Promise<SandboxedShop> {
  const app = { ...parseAppToml(appFile), subscriptions: [], complianceSubscriptions: [] };
  const sandbox = await startSandbox({
    port: 0,
    tunnelPort: 0,
    appPort: 9,
    clientId: process.env.SHOPIFY_API_KEY ?? "",
    clientSecrets: [process.env.SHOPIFY_API_SECRET ?? ""],
    shops: [{ domain, ...sample }],
    app,
  });
  afterAll(() => sandbox.close());
  process.env.SANDBOX_URL = sandbox.url;
  const network = new URL("../../sandbox/network.mjs", import.meta.url).href;
  await import(network);
  const state = sandbox.shops.get(domain);
  if (!state) throw new Error(`The sandbox has no ${domain}.`);
  sandbox.platform.installations.install(domain, app.scopes);
  const shop = await installedShop(domain);
  await storeToken(domain, sandbox.platform.tokens.issueExpiringOffline(domain));
  return { sandbox, state, shop };
}

/** Puts a token pair where installing the app would have put it. */
export async function storeToken(domain: string, { access, refresh }: TokenPair): Promise<void> {
  await sessionStorage.storeSession(
    new Session({
      id: `offline_${domain}`,
      shop: domain,
      state: "",
      isOnline: false,
      accessToken: access.token,
      expires: new Date(access.expiresAt ?? 0),
      refreshToken: refresh.token,
      refreshTokenExpires: new Date(refresh.expiresAt),
    }),
  );
}
