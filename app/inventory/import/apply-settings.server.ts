import type { Tx } from "#app/db.server.ts";
import { inShop } from "#app/db.server.ts";
import { enqueue } from "#app/queue/enqueue.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { mayChangePool } from "../pool/may-change-pool.ts";

export type ApplyOutcome =
  | { readonly ok: true; readonly changed: number }
  | { readonly ok: false; readonly because: "not_found" | "stale" };

const timeoutMs = 120_000;

/**
 * Applies a checked file as a whole: all its changes in one transaction, once. `stale` when a shelf no
 * longer stands as the dry run showed it, or the file was applied before; then nothing is changed.
 */
export async function applySettings(shop: ShopContext, importId: string): Promise<ApplyOutcome> {
  if (!mayChangePool(shop.actor)) return { ok: false, because: "not_found" };
  const options = { timeout: timeoutMs };
  return inShop(shop, (tx) => apply(tx, shop, importId), options).catch((error: unknown) => {
    if (error instanceof StaleImport) return { ok: false, because: "stale" };
    throw error;
  });
}

async function apply(tx: Tx, shop: ShopContext, importId: string): Promise<ApplyOutcome> {
  const { shopId, actor, clock } = shop;
  const known = await tx.poolImport.findUnique({
    where: { shopId_importId: { shopId, importId } },
    select: { changeCount: true, filename: true },
  });
  if (!known) return { ok: false, because: "not_found" };
  const { count } = await tx.poolImport.updateMany({
    where: { shopId, importId, status: "checked" },
    data: { status: "applied", appliedAt: clock.now() },
  });
  if (count === 0) return { ok: false, because: "stale" };
  const changed = await writeChanges(tx, shopId, importId);
  if (changed !== known.changeCount) throw new StaleImport();
  await enqueue(tx, "wake-exceptions", { shopId, events: ["location_reopened"] });
  const entry = { actor: actor.name, action: "pool_settings_imported", subject: importId };
  const detail = { filename: known.filename, changed };
  await tx.auditEntry.create({ data: { shopId, at: clock.now(), ...entry, detail } });
  return { ok: true, changed };
}

/** Only shelves that still stand as the dry run showed them; returns how many. */
function writeChanges(tx: Tx, shopId: string, importId: string): Promise<number> {
  return tx.$executeRaw`
    update stock_levels level set safety_stock = (change.after ->> 'safetyStock')::int,
      pooled = (change.after ->> 'pooled')::boolean
    from pool_imports stored, jsonb_to_recordset(stored.changes) as change(
      "inventoryItemId" text, "locationId" text, before jsonb, after jsonb)
    where stored.shop_id = ${shopId} and stored.import_id = ${importId}
      and level.shop_id = ${shopId} and level.inventory_item_id = change."inventoryItemId"
      and level.location_id = change."locationId"
      and level.safety_stock is not distinct from (change.before ->> 'safetyStock')::int
      and level.pooled is not distinct from (change.before ->> 'pooled')::boolean`;
}

/** Rolls the transaction back: some shelf was changed after the dry run. */
class StaleImport extends Error {}
