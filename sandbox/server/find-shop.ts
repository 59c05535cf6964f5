import type { ShopState } from "#sandbox/shop/state.ts";
import { Refusal } from "./http/refusal.ts";
import type { Sandbox } from "./sandbox.ts";

const DOMAIN_SUFFIX = ".myshopify.com";

/** Finds a shop by domain or by its handle in the admin's addresses. @throws Refusal 404. */
export function findShop(sandbox: Sandbox, name: string | undefined): ShopState {
  const domain = name?.endsWith(DOMAIN_SUFFIX) ? name : `${name ?? ""}${DOMAIN_SUFFIX}`;
  const shop = sandbox.shops.get(domain);
  if (!shop) throw new Refusal(404, `No shop ${domain} here. Shops: ${listDomains(sandbox)}.`);
  return shop;
}

/** The shop's handle: what stands before `.myshopify.com`. */
export function handleOf(shop: ShopState): string {
  return shop.domain.slice(0, -DOMAIN_SUFFIX.length);
}

function listDomains(sandbox: Sandbox): string {
  return [...sandbox.shops.keys()].join(", ");
}
