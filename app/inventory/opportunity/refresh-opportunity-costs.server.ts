import type { Clock } from "#app/clock.ts";
import type { Tx } from "#app/db.server.ts";
import { inShop, lockShop } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { systemContext } from "#app/shop-context.ts";
import type { ForecastFacts } from "./load-forecast.server.ts";
import { loadForecast } from "./load-forecast.server.ts";
import { loadShelvesToPrice } from "./load-shelves-to-price.server.ts";
import type { StockPrices } from "./market.ts";
import { priceBySales } from "./price-by-sales.ts";
import type { Forecast } from "./reckon-outlooks.ts";
import { reckonOutlooks } from "./reckon-outlooks.ts";
import { loadSolver } from "./solve-program.ts";
import { forgetOutlooks, storeOutlooks } from "./store-outlooks.server.ts";

/** Fewer past orders, or fewer days of them, say too little: then cover has to do. */
const LEAST_BASKETS = 30;
const LEAST_DAYS = 7;
/** Items read and written at once. */
const PAGE = 500;
const READ_TIMEOUT_MS = 60_000;

/**
 * Job `refresh-opportunity-costs`: reckons anew, for every shelf that may ship, what giving a unit
 * away will cost later, how fast it sells and how long it lies. Reads, reckons outside of any
 * transaction, writes page by page; a run that dies leaves figures that are older, never wrong halves.
 */
export async function refreshOpportunityCosts(
  { shopId }: { readonly shopId: string },
  clock?: Clock,
): Promise<void> {
  const shop = systemContext(shopId, clock);
  const computedAt = shop.clock.now();
  const read = await inShop(shop, (tx) => readFacts(tx, shop), { timeout: READ_TIMEOUT_MS });
  if (!read) return;
  const { facts, days } = read;
  const forecast: Omit<Forecast, "unitCost"> = {
    places: facts.costs.locations.map(({ id }) => id),
    prices: await findPrices(read),
    unitsPerDay: facts.unitsPerDay,
    days,
    missing: priceMissing(facts),
  };
  for (let after: string | null = ""; after !== null;) {
    after = await inShop(shop, (tx) => writePage(tx, shop, after!, forecast, computedAt));
  }
  await inShop(shop, (tx) => forgetOutlooks(tx, shopId, computedAt));
}

interface Facts {
  readonly facts: ForecastFacts;
  readonly days: number;
  readonly isOn: boolean;
}

/** Null where nothing is sold so far; a shop that does not look ahead is spared the programs. */
async function findPrices({ facts, isOn }: Facts): Promise<StockPrices | null> {
  const { market, historyDays, before } = facts;
  if (market.past.length < LEAST_BASKETS || historyDays < LEAST_DAYS) return null;
  return isOn ? priceBySales(market, before, await loadSolver()) : new Map();
}

/** Null for a shop that left, or that has no rates or places yet. */
async function readFacts(tx: Tx, shop: ShopContext): Promise<Facts | null> {
  const row = await tx.shop.findUnique({ where: { shopId: shop.shopId } });
  if (!row || row.uninstalledAt) return null;
  const facts = await loadForecast(tx, shop, row.replenishDays);
  return facts && { facts, days: row.replenishDays, isOn: row.opportunityCost };
}

/** What a parcel from the farthest zone costs more than one from the nearest, in 1/10,000. */
function priceMissing({ costs }: ForecastFacts): number {
  const zones = costs.rates[0]?.zones ?? [];
  const far = Number(zones.at(-1)?.parcel ?? 0) - Number(zones[0]?.parcel ?? 0);
  return Math.round(Math.max(0, far) * 10_000);
}

/** Writes the page of items after one; gives the last item of the page, null at the end. */
async function writePage(
  tx: Tx,
  shop: ShopContext,
  after: string,
  forecast: Omit<Forecast, "unitCost">,
  computedAt: Date,
): Promise<string | null> {
  const { shopId } = shop;
  await lockShop(tx, shopId, "outlooks");
  const items = await tx.item.findMany({
    where: { shopId, tracked: true, deleted: false, inventoryItemId: { gt: after } },
    select: { inventoryItemId: true, unitCost: true },
    orderBy: { inventoryItemId: "asc" },
    take: PAGE,
  });
  const last = items.at(-1);
  if (!last) return null;
  const ids = items.map(({ inventoryItemId }) => inventoryItemId);
  const places = new Set(forecast.places);
  const shelves = (await loadShelvesToPrice(tx, shop, ids)).filter(({ locationId }) =>
    places.has(locationId),
  );
  const unitCost = new Map(
    items.map((item) => [item.inventoryItemId, Math.round(item.unitCost.toNumber() * 10_000)]),
  );
  await storeOutlooks(tx, shopId, computedAt, reckonOutlooks(shelves, { ...forecast, unitCost }));
  return last.inventoryItemId;
}
