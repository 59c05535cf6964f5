import type { Clock } from "#app/clock.ts";
import { inShop } from "#app/db.server.ts";
import { storeLocations } from "#app/locations/store-locations.server.ts";
import type { JobPayloads } from "#app/queue/jobs.ts";
import { systemContext } from "#app/shop-context.ts";
import { readLocations } from "#app/shopify/read-locations.server.ts";
import { readShop } from "#app/shopify/read-shop.server.ts";

/** Job: takes over the shop's own facts and its locations. */
export async function syncLocations(
  { shopId }: JobPayloads["sync-locations"],
  clock?: Clock,
): Promise<void> {
  const shop = systemContext(shopId, clock);
  const facts = await readShop(shopId);
  const locations = await readLocations(shopId);
  await inShop(shop, async (tx) => {
    await tx.shop.update({ where: { shopId }, data: facts });
    await storeLocations(tx, shop, locations, facts.timeZone);
  });
}
