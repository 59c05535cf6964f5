import { DateTime } from "luxon";
import { inShop } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { mayChangeRates } from "./may-change-rates.ts";
import type { RateCardWrite } from "./publish-rate-card.server.ts";
import { publishRateCard } from "./publish-rate-card.server.ts";
import type { RateCardFile } from "./read-rate-card-file.server.ts";
import { readRateCardFile } from "./read-rate-card-file.server.ts";

export interface RateCardUpload {
  readonly file: Blob;
  readonly name: string;
  /** "2027-01-04" on the shop's calendar; empty or past: at once. */
  readonly appliesOn: string;
}

export type RateCardUploadOutcome = RateCardWrite | Extract<RateCardFile, { readonly ok: false }>;

/** Reads a rate card's file and publishes it; a file with problems changes nothing. */
export async function publishFromFile(
  shop: ShopContext,
  { file, name, appliesOn }: RateCardUpload,
): Promise<RateCardUploadOutcome> {
  if (!mayChangeRates(shop.actor)) return { ok: false, because: "not_found" };
  const card = await readRateCardFile(file);
  if (!card.ok) return card;
  const { rates, ladder } = card;
  const appliesFrom = appliesOn === "" ? null : await startOfShopsDay(shop, appliesOn);
  return publishRateCard(shop, { name, rates, ladder, appliesFrom });
}

/** The midnight that begins a day where the shop is. */
async function startOfShopsDay(shop: ShopContext, day: string): Promise<Date> {
  const { timeZone } = await inShop(shop, (tx) =>
    tx.shop.findUniqueOrThrow({ where: { shopId: shop.shopId } }),
  );
  return DateTime.fromISO(day, { zone: timeZone }).startOf("day").toJSDate();
}
