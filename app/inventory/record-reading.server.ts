import type { Tx } from "#app/db.server.ts";
import type { LiveLevel } from "#app/shopify/live-level.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { dateReading } from "./date-level-change.ts";
import type { LevelCause } from "./write-levels.server.ts";
import { writeLevels } from "./write-levels.server.ts";

/** Puts levels read from Shopify a moment ago into the mirror, unless it knows something newer. */
export async function recordReadings(
  tx: Tx,
  shop: ShopContext,
  readings: readonly LiveLevel[],
  cause: LevelCause,
): Promise<void> {
  const now = shop.clock.now();
  const dated = readings.map((reading) => ({
    ...reading,
    updatedAt: dateReading(reading.updatedAt, now),
  }));
  await writeLevels(tx, shop, dated, { cause, readAt: now });
}
