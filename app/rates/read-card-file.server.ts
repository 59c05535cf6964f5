import { inShop } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { listRateLines } from "./list-rate-lines.ts";
import type { CardService } from "./rate-card.ts";
import type { Ladder } from "./rate-line.ts";
import { columnsOf } from "./rate-line.ts";

export interface CardFile {
  readonly filename: string;
  readonly header: readonly string[];
  readonly batches: AsyncIterable<ReturnType<typeof listRateLines>>;
}

/** A version as the file it came from, ready to be changed and published again; null: no such version. */
export async function readCardFile(shop: ShopContext, version: number): Promise<CardFile | null> {
  const { shopId } = shop;
  const card = await inShop(shop, (tx) => tx.rateCard.findFirst({ where: { shopId, version } }));
  if (!card) return null;
  const ladder = card.ladder as Ladder;
  return {
    filename: `rates-version-${version}.csv`,
    header: columnsOf(ladder),
    batches: inOneBatch(listRateLines(card.rates as unknown as CardService[], ladder)),
  };
}

async function* inOneBatch<Lines>(lines: Lines): AsyncGenerator<Lines> {
  yield lines;
}
