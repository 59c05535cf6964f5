import type { Tx } from "#app/db.server.ts";
import { inShop } from "#app/db.server.ts";
import { enqueue } from "#app/queue/enqueue.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { readLevels } from "#app/shopify/read-levels.server.ts";
import { disconnectLevel } from "./disconnect-level.server.ts";
import { recordReadings } from "./record-reading.server.ts";

export type ResyncOutcome =
  | { readonly ok: true; readonly scope: ResyncScope["kind"] }
  | { readonly ok: false; readonly because: "not_found" };

export type ResyncScope =
  | { readonly kind: "item"; readonly inventoryItemId: string }
  | { readonly kind: "location"; readonly locationId: string }
  | { readonly kind: "everything" };

/**
 * A person wants the mirror made equal to Shopify: one item at once, at every location, while they
 * wait; one location in the background; or all stock compared and all products read again in the
 * background. Throws ShopifyError.
 */
export async function startResync(shop: ShopContext, scope: ResyncScope): Promise<ResyncOutcome> {
  switch (scope.kind) {
    case "item":
      return resyncItem(shop, scope.inventoryItemId);
    case "location":
      return resyncLocation(shop, scope.locationId);
    case "everything":
      return resyncEverything(shop);
  }
}

async function resyncEverything(shop: ShopContext): Promise<ResyncOutcome> {
  const { shopId } = shop;
  await inShop(shop, async (tx) => {
    await enqueue(tx, "audit-stock", { shopId });
    await enqueue(tx, "sync-catalog", { shopId });
    await noteResync(tx, shop, "everything");
  });
  return { ok: true, scope: "everything" };
}

async function resyncLocation(shop: ShopContext, locationId: string): Promise<ResyncOutcome> {
  const { shopId } = shop;
  return inShop(shop, async (tx) => {
    const known = await tx.location.count({ where: { shopId, locationId, active: true } });
    if (known === 0) return { ok: false, because: "not_found" };
    await enqueue(tx, "audit-location", { shopId, locationId });
    await noteResync(tx, shop, locationId);
    return { ok: true, scope: "location" };
  });
}

async function noteResync(tx: Tx, shop: ShopContext, subject: string): Promise<void> {
  const { shopId, actor, clock } = shop;
  const entry = { actor: actor.name, action: "resync_started", subject };
  await tx.auditEntry.create({ data: { shopId, at: clock.now(), ...entry } });
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
