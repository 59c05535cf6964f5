import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createShop, type ShopOptions } from "#sandbox/shop/create-shop.ts";
import { onShopEvent } from "#sandbox/shop/events.ts";
import type { ShopState } from "#sandbox/shop/state.ts";
import type { AppConfig } from "./app/app-config.ts";
import { createInstallations } from "./app/installations.ts";
import { parseAppToml } from "./app/parse-app-toml.ts";
import { answerSandbox } from "./answer-sandbox.ts";
import { createFaults, type Faults } from "./faults/create-faults.ts";
import { closeServer } from "./http/close-server.ts";
import { listenOn } from "./http/listen-on.ts";
import { serveHandler } from "./http/serve-handler.ts";
import type { Sandbox } from "./sandbox.ts";
import { createTokenStore } from "./tokens/token-store.ts";
import { serveTunnel } from "./tunnel/serve-tunnel.ts";
import { createDeliveries, type Deliveries } from "./webhooks/create-deliveries.ts";

export interface SandboxOptions {
  /** Port of Shopify's face, the admin frame and the control page; 0 takes any. */
  readonly port: number;
  /** Port of the app's public face; 0 takes any. */
  readonly tunnelPort: number;
  /** Port the app listens on. Webhooks go straight to it. */
  readonly appPort: number;
  readonly clientId: string;
  /** Secrets the app may use, the signing one first. */
  readonly clientSecrets: readonly string[];
  readonly shops: readonly Omit<ShopOptions, "clock">[];
  readonly clock?: () => Date;
  /** The app's configuration; by default read from the repository's `shopify.app.toml`. */
  readonly app?: AppConfig;
  /** Sends every webhook here instead of to the uri of its subscription. */
  readonly webhookPath?: string;
  /** Divides the gaps between webhook retries (four hours in all). */
  readonly retrySpeed?: number;
}

export interface RunningSandbox {
  readonly url: string;
  readonly tunnelUrl: string;
  readonly shops: ReadonlyMap<string, ShopState>;
  readonly faults: Faults;
  readonly deliveries: Deliveries;
  readonly platform: Sandbox;
  close(): Promise<void>;
}

/**
 * Starts a pretend Shopify for one app: its Admin API, OAuth, webhooks, admin frame and control API
 * on one port, the app's public address on another.
 *
 * @throws Error with one line when a port is taken or the app's configuration cannot be read.
 */
export async function startSandbox(options: SandboxOptions): Promise<RunningSandbox> {
  const platform = createPlatform(options);
  const server = createServer(serveHandler(answerSandbox(platform)));
  const tunnel = createServer(
    serveTunnel({ appPort: options.appPort, sandboxOrigin: () => platform.origins.sandbox }),
  );
  try {
    platform.origins.sandbox = await listenOn(server, options.port, "the sandbox");
    platform.origins.tunnel = await listenOn(
      tunnel,
      options.tunnelPort,
      "the app's public address",
    );
  } catch (error) {
    server.close();
    throw error;
  }
  return {
    url: platform.origins.sandbox,
    tunnelUrl: platform.origins.tunnel,
    shops: platform.shops,
    faults: platform.faults,
    deliveries: platform.deliveries,
    platform,
    async close() {
      await Promise.all([platform.deliveries.close(), closeServer(server), closeServer(tunnel)]);
    },
  };
}

function createPlatform(options: SandboxOptions): Sandbox {
  const clock = options.clock ?? (() => new Date());
  const faults = createFaults();
  const app = redirectWebhooks(options.app ?? readAppFile(), options.webhookPath);
  const clientSecrets = [...options.clientSecrets];
  const installations = createInstallations();
  const deliveries = createDeliveries({
    origin: `http://127.0.0.1:${options.appPort}`,
    app,
    secret: () => clientSecrets[0] ?? "",
    faults,
    clock,
    retrySpeed: options.retrySpeed ?? 1,
  });
  const shops = new Map<string, ShopState>();
  for (const shopOptions of options.shops) {
    const shop = createShop({ ...shopOptions, clock });
    shops.set(shop.domain, shop);
    onShopEvent(shop, (event) => {
      if (installations.find(shop.domain)) deliveries.publish(shop.domain, event);
    });
  }
  return {
    app,
    clientId: options.clientId,
    clientSecrets,
    shops,
    installations,
    tokens: createTokenStore(clock),
    faults,
    deliveries,
    clock,
    origins: { sandbox: "", tunnel: "" },
  };
}

function readAppFile(): AppConfig {
  return parseAppToml(readFileSync(new URL("../../shopify.app.toml", import.meta.url), "utf8"));
}

function redirectWebhooks(app: AppConfig, uri: string | undefined): AppConfig {
  if (uri === undefined) return app;
  const redirect = <T extends { uri: string }>(list: readonly T[]) =>
    list.map((subscription) => ({ ...subscription, uri }));
  return {
    ...app,
    subscriptions: redirect(app.subscriptions),
    complianceSubscriptions: redirect(app.complianceSubscriptions),
  };
}
