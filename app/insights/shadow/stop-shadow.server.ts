import { inShop } from "#app/db.server.ts";
import { mayChangeRules } from "#app/rules/may-change-rules.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { ShadowWrite } from "./shadow-write.ts";

/** Ends a shadow run; its report stays. */
export async function stopShadow(
  shop: ShopContext,
  { shadowId }: { readonly shadowId: string },
): Promise<ShadowWrite> {
  const { shopId, actor } = shop;
  if (!mayChangeRules(actor)) return { ok: false, because: "forbidden" };
  const now = shop.clock.now();
  return inShop(shop, async (tx) => {
    const { count } = await tx.shadowRun.updateMany({
      where: { shopId, shadowId, stoppedAt: null },
      data: { stoppedAt: now, stoppedBy: actor.name },
    });
    if (count === 0) {
      const known = await tx.shadowRun.findFirst({ where: { shopId, shadowId } });
      return { ok: false, because: known ? "over" : "not_found" };
    }
    await tx.auditEntry.create({
      data: {
        ...{ shopId, at: now, actor: actor.name, action: "shadow_stopped" },
        subject: `shadow ${shadowId}`,
      },
    });
    return { ok: true, shadowId };
  });
}
