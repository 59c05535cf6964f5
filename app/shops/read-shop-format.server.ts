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

/** Read in the page's own transaction. Throws when the shop is not installed. */
export async function readShopFormat(tx: Tx, shop: ShopContext): Promise<ShopFormat> {
  const { currency, timeZone } = await tx.shop.findUniqueOrThrow({
    where: { shopId: shop.shopId },
    select: { currency: true, timeZone: true },
  });
  return { currency, timeZone, now: shop.clock.now().toISOString() };
}
