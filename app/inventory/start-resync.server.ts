import { inShop } from "#app/db.server.ts";
import { enqueue } from "#app/queue/enqueue.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { readLevels } from "#app/shopify/read-levels.server.ts";
import { disconnectLevel } from "./disconnect-level.server.ts";
import { recordReadings } from "./record-reading.server.ts";

export type ResyncOutcome =
  | { readonly ok: true; readonly scope: "item" | "everything" }
  | { readonly ok: false; readonly because: "not_found" };

/**
 * A person wants the mirror made equal to Shopify: one item at once, at every location, while they
 * wait; or (null) all stock compared and all products read again in the background. Throws
 * ShopifyError.
 */
export async function startResync(
  shop: ShopContext,
  inventoryItemId: string | null,
): Promise<ResyncOutcome> {
  if (inventoryItemId !== null) return resyncItem(shop, inventoryItemId);
  const { shopId } = shop;
  await inShop(shop, async (tx) => {
    await enqueue(tx, "audit-stock", { shopId });
    await enqueue(tx, "sync-catalog", { shopId });
    const entry = { actor: shop.actor.name, action: "resync_started", subject: "everything" };
    await tx.auditEntry.create({ data: { shopId, at: shop.clock.now(), ...entry } });
  });
  return { ok: true, scope: "everything" };
}

async function resyncItem(shop: ShopContext, inventoryItemId: string): Promise<ResyncOutcome> {
  const { shopId } = shop;
  const [item, locations] = await inShop(shop, async (tx) => [
    await tx.item.findFirst({ where: { shopId, inventoryItemId, deleted: false } }),
    await tx.location.findMany({ where: { shopId, active: true }, select: { locationId: true } }),
  ]);
  if (!item) return { ok: false, because: "not_found" };
  const shelves = locations.map(({ locationId }) => ({ inventoryItemId, locationId }));
  const readings = await readLevels(shopId, shelves, { interactive: true });
  const stocked = new Set(readings.map((reading) => reading.locationId));
  await inShop(shop, async (tx) => {
    await recordReadings(tx, shop, readings, "resync");
    for (const shelf of shelves) {
      if (!stocked.has(shelf.locationId)) await disconnectLevel(tx, shop, shelf);
    }
  });
  return { ok: true, scope: "item" };
}
