import type { Tx } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";

/**
 * The merchant removed the app: tokens are dead and go at once, store devices lose their access, no
 * job is started for the shop any more. Its data stays until Shopify's shop/redact, 48 hours on, so
 * that a merchant who comes back finds their rules.
 */
export async function uninstallShop(tx: Tx, shop: ShopContext): Promise<void> {
  const { shopId } = shop;
  const now = shop.clock.now();
  await tx.session.deleteMany({ where: { shopId } });
  await tx.storeDevice.updateMany({
    where: { shopId, revokedAt: null },
    data: { revokedAt: now, secretHash: null, enrolHash: null },
  });
  await tx.shop.updateMany({
    where: { shopId, uninstalledAt: null },
    data: { uninstalledAt: now, scopes: "" },
  });
}
