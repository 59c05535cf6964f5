import type { ShopState } from "#sandbox/shop/state.ts";
import type { AppConfig } from "./app/app-config.ts";
import type { Installations } from "./app/installations.ts";
import type { Faults } from "./faults/create-faults.ts";
import type { TokenStore } from "./tokens/token-store.ts";
import type { Deliveries } from "./webhooks/create-deliveries.ts";

/** Everything the handlers share. One of these is one pretend platform. */
export interface Sandbox {
  readonly app: AppConfig;
  readonly clientId: string;
  /** Secrets the app may still use; the first one signs. */
  readonly clientSecrets: string[];
  /** Shops by domain, such as `backroom-outfitters.myshopify.com`. */
  readonly shops: ReadonlyMap<string, ShopState>;
  readonly installations: Installations;
  readonly tokens: TokenStore;
  readonly faults: Faults;
  readonly deliveries: Deliveries;
  readonly clock: () => Date;
  /** Origins, known once the servers listen. */
  readonly origins: { sandbox: string; tunnel: string };
}
