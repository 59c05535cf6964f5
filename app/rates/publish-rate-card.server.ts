import type { Tx } from "#app/db.server.ts";
import { inShop, lockShop } from "#app/db.server.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import { enqueue } from "#app/queue/enqueue.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { defaultSplitPenalty } from "./default-rate-card.ts";
import { mayChangeRates } from "./may-change-rates.ts";
import type { CardService } from "./rate-card.ts";
import type { Ladder } from "./rate-line.ts";
import { readRateCard } from "./read-rate-card.server.ts";

export interface NewRateCard {
  readonly name: string;
  readonly rates: readonly CardService[];
  readonly ladder: Ladder;
  /** From when on; null: at once. */
  readonly appliesFrom: Date | null;
}

export type RateCardWrite =
  | { readonly ok: true; readonly version: number }
  | { readonly ok: false; readonly because: "not_found" };

/**
 * Adds a rate card as the shop's next version. It is in force from its day on; orders decided before
 * keep the card they were decided with, which their network holds.
 */
export async function publishRateCard(
  shop: ShopContext,
  card: NewRateCard,
): Promise<RateCardWrite> {
  if (!mayChangeRates(shop.actor)) return { ok: false, because: "not_found" };
  return inShop(shop, async (tx) => {
    await lockShop(tx, shop.shopId, "rates");
    const current = await readRateCard(tx, shop);
    const splitPenalty = current?.splitPenalty ?? defaultSplitPenalty;
    const version = await addVersion(tx, shop, { ...card, splitPenalty });
    return { ok: true, version };
  });
}

/** Writes a version in the caller's transaction, which holds the shop's "rates" lock. */
export async function addVersion(
  tx: Tx,
  shop: ShopContext,
  card: NewRateCard & { readonly splitPenalty: string },
): Promise<number> {
  const { shopId, actor } = shop;
  const now = shop.clock.now();
  const last = await tx.rateCard.aggregate({ where: { shopId }, _max: { version: true } });
  const version = (last._max.version ?? 0) + 1;
  const { name, rates, ladder, splitPenalty } = card;
  const appliesFrom = card.appliesFrom && card.appliesFrom > now ? card.appliesFrom : now;
  await tx.rateCard.create({
    data: {
      ...{ shopId, version, name, ladder, splitPenalty, appliesFrom },
      rates: rates as unknown as Prisma.InputJsonArray,
      publishedBy: actor.name,
      publishedAt: now,
    },
  });
  const entry = { actor: actor.name, action: "rate_card_published", subject: String(version) };
  const detail = { name, appliesFrom: appliesFrom.toISOString(), splitPenalty };
  await tx.auditEntry.create({ data: { shopId, at: now, ...entry, detail } });
  const seconds = Math.ceil((appliesFrom.getTime() - now.getTime()) / 1000);
  const afterSeconds = Math.max(0, seconds);
  // An order may have found no plan because every one cost more than its margin allows.
  const woken = { shopId, events: ["rule_published"] };
  await enqueue(tx, "wake-exceptions", woken, { afterSeconds });
  await enqueue(tx, "refresh-opportunity-costs", { shopId }, { afterSeconds });
  return version;
}
