import type { Session } from "@shopify/shopify-api";
import { systemClock } from "../clock.ts";
import { inShop } from "../db.server.ts";
import { enqueue } from "../queue/enqueue.server.ts";
import { rescueLostWork } from "../queue/rescue-lost-work.server.ts";
import { systemContext } from "../shop-context.ts";
import { changeScopes } from "./change-scopes.server.ts";

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
      await changeScopes(tx, systemContext(shopId), scopes.split(","));
      return;
    }
    const fresh = { scopes, installedAt: now, uninstalledAt: null, firstSync: "not_started" };
    await tx.shop.upsert({
      where: { shopId },
      create: { shopId, name: shopId, ...fresh },
      update: fresh,
    });
    await enqueue(tx, "sync-catalog", { shopId });
    await changeScopes(tx, systemContext(shopId), scopes.split(","));
    if (known) await rescueLostWork(tx, shopId, now);
  });
}
