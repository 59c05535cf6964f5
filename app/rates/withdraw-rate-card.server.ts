import { inShop } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { mayChangeRates } from "./may-change-rates.ts";

/** `begun`: it has applied since, and orders were decided by it; publish another one instead. */
export type Withdrawal =
  { readonly ok: true } | { readonly ok: false; readonly because: "not_found" | "begun" };

/** Takes back a rate card before its day. Of two who try, both learn that it is gone. */
export async function withdrawRateCard(shop: ShopContext, version: number): Promise<Withdrawal> {
  const { shopId, actor } = shop;
  if (!mayChangeRates(actor)) return { ok: false, because: "not_found" };
  const now = shop.clock.now();
  return inShop(shop, async (tx) => {
    const card = await tx.rateCard.findFirst({ where: { shopId, version } });
    if (!card) return { ok: false, because: "not_found" };
    if (card.withdrawnAt) return { ok: true };
    const { count } = await tx.rateCard.updateMany({
      where: { shopId, version, withdrawnAt: null, appliesFrom: { gt: now } },
      data: { withdrawnAt: now },
    });
    if (count === 0) return { ok: false, because: "begun" };
    const entry = { actor: actor.name, action: "rate_card_withdrawn", subject: String(version) };
    await tx.auditEntry.create({ data: { shopId, at: now, ...entry } });
    return { ok: true };
  });
}
