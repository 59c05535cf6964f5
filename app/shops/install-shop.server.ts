import type { Session } from "@shopify/shopify-api";
import { systemClock } from "../clock.ts";
import { inShop } from "../db.server.ts";
import { enqueue } from "../queue/enqueue.server.ts";

/**
 * Records that the shop has the app, after every token exchange. The first time, and after a
 * reinstall, it starts the import of locations, products and stock.
 */
export async function installShop(session: Session): Promise<void> {
  const shopId = session.shop;
  const now = systemClock.now();
  await inShop({ shopId }, async (tx) => {
    const known = await tx.shop.findUnique({ where: { shopId } });
    const scopes = session.scope ?? "";
    if (known && !known.uninstalledAt) {
      await tx.shop.update({ where: { shopId }, data: { scopes } });
      return;
    }
    const fresh = { scopes, installedAt: now, uninstalledAt: null, firstSync: "not_started" };
    await tx.shop.upsert({
      where: { shopId },
      create: { shopId, name: shopId, ...fresh },
      update: fresh,
    });
    await enqueue(tx, "sync-catalog", { shopId });
  });
}
