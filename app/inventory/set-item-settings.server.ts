import { inShop } from "#app/db.server.ts";
import { enqueue } from "#app/queue/enqueue.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { mayChangePool } from "./pool/may-change-pool.ts";

export interface ItemSettings {
  /** Units kept at every location; null inherits. */
  readonly safetyStock: number | null;
  /** Whether it ships from anywhere; null inherits. */
  readonly pooled: boolean | null;
}

/** Sets what holds for an item at every location that says nothing else of it. */
export async function setItemSettings(
  shop: ShopContext,
  inventoryItemId: string,
  settings: ItemSettings,
): Promise<{ readonly ok: boolean }> {
  const { shopId, actor, clock } = shop;
  if (!mayChangePool(actor)) return { ok: false };
  return inShop(shop, async (tx) => {
    const { count } = await tx.item.updateMany({
      where: { shopId, inventoryItemId, deleted: false },
      data: settings,
    });
    if (count === 0) return { ok: false };
    await enqueue(tx, "wake-exceptions", { shopId, events: [`stock_changed:${inventoryItemId}`] });
    const entry = { actor: actor.name, action: "item_settings_saved", subject: inventoryItemId };
    const detail = { ...settings };
    await tx.auditEntry.create({ data: { shopId, at: clock.now(), ...entry, detail } });
    return { ok: true };
  });
}
