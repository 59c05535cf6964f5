import type { Session } from "@shopify/shopify-api";
import { systemClock } from "../clock.ts";
import type { Actor, ShopContext } from "../shop-context.ts";
import { shopify } from "../shopify.server.ts";
import { installShop } from "./install-shop.server.ts";

/**
 * The signed-in merchant and their shop, from Shopify's session token. Throws the Response that
 * Shopify's library wants sent (bounce, re-authentication, 401) when there is none.
 */
export async function requireAdmin(request: Request): Promise<ShopContext> {
  const { session } = await shopify.authenticate.admin(request);
  await makeSureItIsInstalled(session);
  const user = session.onlineAccessInfo?.associated_user;
  const name = [user?.first_name, user?.last_name].filter(Boolean).join(" ");
  const actor: Actor = {
    role: user?.account_owner ? "owner" : "manager",
    name: name || "Shop staff",
  };
  return { shopId: session.shop, actor, clock: systemClock };
}

const knownToBeInstalled = new Set<string>();

/**
 * At the first opening several requests arrive together, and Shopify's library lets the later ones
 * through before the first one's install hook has committed.
 */
async function makeSureItIsInstalled(session: Session): Promise<void> {
  if (knownToBeInstalled.has(session.shop)) return;
  await installShop(session);
  knownToBeInstalled.add(session.shop);
}
