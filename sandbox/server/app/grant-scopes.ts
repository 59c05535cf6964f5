import type { ShopState } from "#sandbox/shop/state.ts";
import { Refusal } from "../http/refusal.ts";
import type { Sandbox } from "../sandbox.ts";
import { APP_ID } from "../shopify/answer-graphql.ts";
import { announceToApp } from "./announce-to-app.ts";

/** Changes what a merchant grants the app; living tokens change with it. @throws Refusal 409. */
export function grantScopes(sandbox: Sandbox, shop: ShopState, scopes: readonly string[]): void {
  const installation = sandbox.installations.find(shop.domain);
  if (!installation) throw new Refusal(409, `The app is not installed in ${shop.domain}.`);
  const previous = installation.scopes;
  installation.scopes = [...scopes];
  announceToApp(sandbox, shop, "app/scopes_update", {
    id: BigInt(APP_ID),
    shop_id: `gid://shopify/Shop/${shop.id}`,
    previous,
    current: [...scopes],
    updated_at: sandbox.clock().toISOString(),
  });
}
