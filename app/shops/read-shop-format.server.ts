import type { Tx } from "../db.server.ts";
import type { ShopContext } from "../shop-context.ts";

/** How a page prints the shop's money and instants, and the instant it was read at. */
export interface ShopFormat {
  /** ISO 4217 code. */
  readonly currency: string;
  /** IANA name. */
  readonly timeZone: string;
  /** ISO 8601: "today", "ago" and "late" on the page are relative to this. */
  readonly now: string;
}

/**
 * Read in the page's own transaction. On the very first opening the page is read while the install
 * hook still runs (Shopify's library lets the second of two parallel requests pass): then UTC and USD.
 */
export async function readShopFormat(tx: Tx, shop: ShopContext): Promise<ShopFormat> {
  const known = await tx.shop.findUnique({
    where: { shopId: shop.shopId },
    select: { currency: true, timeZone: true },
  });
  const { currency, timeZone } = known ?? { currency: "USD", timeZone: "UTC" };
  return { currency, timeZone, now: shop.clock.now().toISOString() };
}
