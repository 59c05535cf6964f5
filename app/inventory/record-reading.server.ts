import type { Tx } from "#app/db.server.ts";
import type { LiveLevel } from "#app/shopify/live-level.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { writeLevels } from "./write-levels.server.ts";

/** Puts levels just read from Shopify into the mirror, unless it knows something newer by now. */
export async function recordReadings(
  tx: Tx,
  shop: ShopContext,
  readings: readonly LiveLevel[],
): Promise<void> {
  await writeLevels(tx, shop, readings, shop.clock.now());
}
