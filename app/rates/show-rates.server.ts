import { inShop } from "#app/db.server.ts";
import type { RateCard } from "#app/generated/prisma/client.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { ShopFormat } from "#app/shops/read-shop-format.server.ts";
import { readShopFormat } from "#app/shops/read-shop-format.server.ts";
import type { LabelReport } from "./compare-labels.server.ts";
import { compareLabels } from "./compare-labels.server.ts";
import { mayChangeRates } from "./may-change-rates.ts";
import type { CardService } from "./rate-card.ts";
import { findCardInForce } from "./read-rate-card.server.ts";

export interface RateCardRow {
  readonly version: number;
  readonly name: string;
  readonly state: "in_force" | "coming" | "past" | "withdrawn";
  readonly appliesFrom: string;
  readonly publishedBy: string;
  readonly publishedAt: string;
  readonly services: readonly string[];
}

export interface RatesView {
  readonly format: ShopFormat;
  readonly mayChange: boolean;
  /** Null before the first sync. */
  readonly current: {
    readonly version: number;
    readonly name: string;
    readonly rates: readonly CardService[];
    readonly splitPenalty: string;
  } | null;
  /** The newest first. */
  readonly cards: readonly RateCardRow[];
  readonly locations: readonly { readonly id: string; readonly name: string }[];
  /** Countries that the shop's addresses are in. */
  readonly countries: readonly string[];
  readonly labels: LabelReport;
}

const shownCards = 50;

/** What shipping costs now, did and will, and how true the figures are. */
export async function showRates(shop: ShopContext): Promise<RatesView> {
  const { shopId } = shop;
  const now = shop.clock.now();
  return inShop(shop, async (tx) => {
    const current = await findCardInForce(tx, shop);
    const cards = await tx.rateCard.findMany({
      where: { shopId },
      orderBy: [{ version: "desc" }],
      take: shownCards,
    });
    const locations = await tx.location.findMany({
      where: { shopId, active: true },
      orderBy: { name: "asc" },
      select: { locationId: true, name: true, countryCode: true },
    });
    const countries = locations.flatMap(({ countryCode }) => countryCode ?? []);
    return {
      format: await readShopFormat(tx, shop),
      mayChange: mayChangeRates(shop.actor),
      current: current ? describeCurrent(current) : null,
      cards: cards.map((card) => describeCard(card, current, now)),
      locations: locations.map(({ locationId, name }) => ({ id: locationId, name })),
      countries: [...new Set(countries)].sort(),
      labels: await compareLabels(tx, shopId),
    };
  });
}

function describeCurrent(card: RateCard) {
  const { version, name } = card;
  const rates = card.rates as unknown as CardService[];
  // Cents as people write them; finer amounts stay as they are.
  const exact = card.splitPenalty.toFixed(4);
  return { version, name, rates, splitPenalty: exact.replace(/00$/, "") };
}

function describeCard(card: RateCard, current: RateCard | null, now: Date): RateCardRow {
  return {
    version: card.version,
    name: card.name,
    state: stateOf(card, current, now),
    appliesFrom: card.appliesFrom.toISOString(),
    publishedBy: card.publishedBy,
    publishedAt: card.publishedAt.toISOString(),
    services: (card.rates as unknown as CardService[]).map(({ service }) => service),
  };
}

function stateOf(card: RateCard, current: RateCard | null, now: Date): RateCardRow["state"] {
  if (card.withdrawnAt) return "withdrawn";
  if (card.version === current?.version) return "in_force";
  return card.appliesFrom > now ? "coming" : "past";
}
