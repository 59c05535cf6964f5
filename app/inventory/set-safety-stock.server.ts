import { inShop } from "#app/db.server.ts";
import { mayManage } from "#app/locations/may-manage.ts";
import { enqueue } from "#app/queue/enqueue.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { LevelKey } from "#app/shopify/live-level.ts";

export interface SafetyStock extends LevelKey {
  /** Units never promised; null takes the location's own figure. */
  readonly safetyStock: number | null;
}

export type SafetyStockOutcome =
  { readonly ok: true } | { readonly ok: false; readonly because: "not_found" };

/** Keeps units of one item back at one location. Orders waiting for the item are looked at again. */
export async function setSafetyStock(
  shop: ShopContext,
  { inventoryItemId, locationId, safetyStock }: SafetyStock,
): Promise<SafetyStockOutcome> {
  const { shopId, actor } = shop;
  if (!mayManage(actor, locationId)) return { ok: false, because: "not_found" };
  return inShop(shop, async (tx) => {
    const { count } = await tx.stockLevel.updateMany({
      where: { shopId, inventoryItemId, locationId },
      data: { safetyStock },
    });
    if (count === 0) return { ok: false, because: "not_found" };
    await enqueue(tx, "wake-exceptions", { shopId, events: [`stock_changed:${inventoryItemId}`] });
    const subject = `${inventoryItemId}@${locationId}`;
    const entry = { action: "safety_stock_set", subject, detail: { safetyStock } };
    await tx.auditEntry.create({
      data: { shopId, at: shop.clock.now(), actor: actor.name, ...entry },
    });
    return { ok: true };
  });
}
