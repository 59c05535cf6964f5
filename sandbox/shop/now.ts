import type { ShopState } from "./state.ts";

/** The shop's time as Shopify writes it: RFC 3339 in UTC, whole seconds. */
export function nowIn(shop: Pick<ShopState, "clock">): string {
  return `${shop.clock().toISOString().slice(0, 19)}Z`;
}
