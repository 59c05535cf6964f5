import type { Tx } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { failRunningImports } from "./end-lock-out.server.ts";

/**
 * The merchant removed the app: tokens are dead and go at once, store devices lose their access, no
 * job is started for the shop any more. Its data stays until Shopify's shop/redact, 48 hours on, so
 * that a merchant who comes back finds their rules. `removedAt` is Shopify's instant of it: news that
 * comes after the merchant has the app again is too late to mean anything.
 */
export async function uninstallShop(
  tx: Tx,
  shop: ShopContext,
  removedAt: Date | null = null,
): Promise<void> {
  const { shopId } = shop;
  const now = shop.clock.now();
  if (await isInstalledSince(tx, shopId, removedAt)) return;
  await tx.session.deleteMany({ where: { shopId } });
  await failRunningImports(tx, shop);
  await tx.storeDevice.updateMany({
    where: { shopId, revokedAt: null },
    data: { revokedAt: now, secretHash: null, enrolHash: null },
  });
  await tx.shop.updateMany({
    where: { shopId, uninstalledAt: null },
    data: { uninstalledAt: now, scopes: "" },
  });
}

/** A token refreshed just before may be stored this much later, and clocks differ. */
const slackMs = 2_000;

/** Removing the app kills its tokens: an offline session stored later is of a new installation. */
async function isInstalledSince(tx: Tx, shopId: string, removedAt: Date | null): Promise<boolean> {
  if (removedAt === null) return false;
  const session = await tx.session.findUnique({ where: { id: `offline_${shopId}` } });
  return session !== null && session.updatedAt.getTime() > removedAt.getTime() + slackMs;
}
