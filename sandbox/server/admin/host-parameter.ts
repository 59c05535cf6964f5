import type { ShopState } from "#sandbox/shop/state.ts";
import { handleOf } from "../find-shop.ts";

/** The `host` query parameter: the admin address of the shop without protocol, in base64. */
export function hostParameter(shop: ShopState): string {
  return Buffer.from(`admin.shopify.com/store/${handleOf(shop)}`).toString("base64");
}
