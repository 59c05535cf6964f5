import type { ShopState } from "#sandbox/shop/state.ts";
import type { JsonTree } from "#sandbox/shop/write-json.ts";
import type { Sandbox } from "../sandbox.ts";
import { announceToApp } from "./announce-to-app.ts";
import { STAFF } from "./staff.ts";

/** Removes the app from a shop: its tokens die at once, then `app/uninstalled` tells it. */
export function uninstallApp(sandbox: Sandbox, shop: ShopState): void {
  sandbox.tokens.revokeShop(shop.domain);
  sandbox.installations.remove(shop.domain);
  announceToApp(sandbox, shop, "app/uninstalled", shopPayload(shop));
}

/** The members of the REST shop object that an app can use; the others are the platform's own. */
function shopPayload(shop: ShopState): JsonTree {
  const owner = STAFF.find((member) => member.accountOwner);
  return {
    id: BigInt(shop.id),
    name: shop.name,
    email: owner?.email ?? null,
    domain: shop.domain,
    myshopify_domain: shop.domain,
    shop_owner: owner ? `${owner.firstName} ${owner.lastName}` : null,
    country_code: "US",
    currency: shop.currency,
    iana_timezone: shop.timeZone,
    plan_name: shop.plan,
    created_at: shop.createdAt,
  };
}
