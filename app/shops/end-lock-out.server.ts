import type { Tx } from "#app/db.server.ts";
import { resolveExceptions } from "#app/exceptions/resolve-exceptions.server.ts";
import { enqueue } from "#app/queue/enqueue.server.ts";
import { rescueLostWork } from "#app/queue/rescue-lost-work.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { lockOutKey } from "./lock-out.ts";

/**
 * The app may work in the shop again. If it was locked out, everything that waited starts, and what
 * Shopify told nobody meanwhile (webhooks stop with their scope) is read anew.
 */
export async function endLockOut(tx: Tx, shop: ShopContext): Promise<void> {
  const { shopId } = shop;
  const resolution = "Shopify lets Backroom in again.";
  const ended = await resolveExceptions(tx, shop, { keys: [lockOutKey] }, resolution);
  if (ended === 0) return;
  await failRunningImports(tx, shop);
  await enqueue(tx, "sync-catalog", { shopId });
  await enqueue(tx, "reconcile-orders", { shopId });
  await rescueLostWork(tx, shopId, shop.clock.now());
}

/** An import whose job was turned away would keep every later one from starting. */
export async function failRunningImports(tx: Tx, shop: ShopContext): Promise<void> {
  await tx.syncRun.updateMany({
    where: { shopId: shop.shopId, status: "running" },
    data: { status: "failed", finishedAt: shop.clock.now(), note: "The app lost its access." },
  });
}
