import { inShop, lockShop } from "#app/db.server.ts";
import { enqueue } from "#app/queue/enqueue.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { LookAheadSettings } from "./look-ahead-settings.ts";
import { readLookAhead } from "./read-look-ahead.server.ts";

export type LookAheadWrite =
  { readonly ok: true } | { readonly ok: false; readonly because: "forbidden" | "stale" };

/**
 * Stores how the shop looks ahead and has the costs reckoned anew. `seen` is the mark of the settings
 * that the person saw: with others in force meanwhile nothing is written. Decisions made stay.
 */
export async function updateLookAhead(
  shop: ShopContext,
  settings: LookAheadSettings,
  seen: string,
): Promise<LookAheadWrite> {
  const { shopId, actor } = shop;
  if (actor.role === "store_manager" || actor.role === "associate") {
    return { ok: false, because: "forbidden" };
  }
  return inShop(shop, async (tx) => {
    await lockShop(tx, shopId, "settings");
    if ((await readLookAhead(tx, shopId)).seen !== seen) return { ok: false, because: "stale" };
    await tx.shop.update({ where: { shopId }, data: settings });
    const entry = { actor: actor.name, action: "look_ahead_changed", subject: "shop" };
    await tx.auditEntry.create({
      data: { shopId, at: shop.clock.now(), ...entry, detail: { ...settings } },
    });
    await enqueue(tx, "refresh-opportunity-costs", { shopId });
    return { ok: true };
  });
}
