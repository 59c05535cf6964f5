import type { Tx } from "#app/db.server.ts";
import { readRateCard } from "#app/rates/read-rate-card.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { RememberedBasket } from "./load-past-baskets.server.ts";
import { loadPastBaskets } from "./load-past-baskets.server.ts";
import { loadSellThrough } from "./load-sell-through.server.ts";
import { loadShelvesToPrice } from "./load-shelves-to-price.server.ts";
import type { Market, StockPrices } from "./market.ts";
import { priceBasket, type ShippingCosts } from "./price-basket.ts";

/** Sales of eight weeks speak for the next delivery's weeks; older ones belong to another season. */
const HISTORY_DAYS = 56;
const MOST_BASKETS = 20_000;
/** Prices of baskets kept in memory at once: a basket needs about three for each place. */
const MOST_PRICES = 1_500_000;
const DAY_MS = 24 * 3_600_000;

/** Everything a run reads before it reckons; enough for all shelves of the shop. */
export interface ForecastFacts {
  readonly market: Market;
  readonly historyDays: number;
  readonly costs: ShippingCosts;
  readonly unitsPerDay: ReadonlyMap<string, number>;
  /** Scarcity as last reckoned. */
  readonly before: StockPrices;
}

/** Null before the first sync has brought a rate card and places. */
export async function loadForecast(
  tx: Tx,
  shop: ShopContext,
  days: number,
): Promise<ForecastFacts | null> {
  const costs = await loadShippingCosts(tx, shop);
  if (!costs || costs.locations.length === 0) return null;
  const now = shop.clock.now().getTime();
  const since = new Date(now - HISTORY_DAYS * DAY_MS);
  const limit = Math.min(MOST_BASKETS, Math.floor(MOST_PRICES / (3 * costs.locations.length)));
  const baskets = await loadPastBaskets(tx, shop.shopId, since, limit);
  const historyDays = Math.max(1, (now - (baskets[0]?.placedAt.getTime() ?? now)) / DAY_MS);
  const sold = await loadSellThrough(tx, shop.shopId, since);
  return {
    market: await loadMarket(
      tx,
      shop,
      costs,
      baskets,
      Math.round((baskets.length * days) / historyDays),
    ),
    historyDays,
    costs,
    unitsPerDay: new Map(
      sold.map((row) => [
        `${row.inventoryItemId}/${row.locationId}`,
        row.units / Math.min(HISTORY_DAYS, historyDays),
      ]),
    ),
    before: await loadScarcity(tx, shop.shopId, costs),
  };
}

async function loadShippingCosts(tx: Tx, shop: ShopContext): Promise<ShippingCosts | null> {
  const card = await readRateCard(tx, shop);
  if (!card) return null;
  const locations = await tx.location.findMany({
    where: { shopId: shop.shopId, active: true, fulfillsOnlineOrders: true },
    orderBy: { locationId: "asc" },
  });
  return {
    rates: card.rates,
    splitPenalty: card.splitPenalty,
    locations: locations.map(({ locationId, latitude, longitude, ...row }) => ({
      id: locationId,
      latitude,
      longitude,
      handlingPerParcel: row.handlingPerParcel.toFixed(4),
      handlingPerUnit: row.handlingPerUnit.toFixed(4),
    })),
  };
}

async function loadMarket(
  tx: Tx,
  shop: ShopContext,
  costs: ShippingCosts,
  baskets: readonly RememberedBasket[],
  expected: number,
): Promise<Market> {
  const ids = [...new Set(baskets.flatMap(({ lines }) => lines.map(({ item }) => item)))].sort();
  const { shopId } = shop;
  const items = await tx.item.findMany({
    where: { shopId, inventoryItemId: { in: ids } },
    select: { inventoryItemId: true, weightKg: true },
  });
  const weightOf = new Map(items.map((item) => [item.inventoryItemId, item.weightKg.toNumber()]));
  const stock = new Map(ids.map((id) => [id, new Array<number>(costs.locations.length).fill(0)]));
  const placeOf = new Map(costs.locations.map(({ id }, at) => [id, at]));
  for (const { inventoryItemId, locationId, units } of await loadShelvesToPrice(tx, shop, ids)) {
    const place = placeOf.get(locationId);
    if (place !== undefined) stock.get(inventoryItemId)![place] = units;
  }
  const past = baskets.map(({ latitude, longitude, service, pickupLocationId, lines }) =>
    priceBasket(costs, {
      destination: { latitude, longitude },
      service,
      pickupLocationId,
      lines: lines.map((line) => ({ ...line, weightKg: weightOf.get(line.item) ?? 0 })),
    }),
  );
  return { places: costs.locations.length, stock, past, expected };
}

async function loadScarcity(tx: Tx, shopId: string, costs: ShippingCosts): Promise<StockPrices> {
  const rows = await tx.opportunityCost.findMany({
    where: { shopId, basis: "sales", scarcity: { gt: 0 } },
    select: { inventoryItemId: true, locationId: true, scarcity: true },
  });
  const placeOf = new Map(costs.locations.map(({ id }, at) => [id, at]));
  const prices = new Map<string, number[]>();
  for (const { inventoryItemId, locationId, scarcity } of rows) {
    const place = placeOf.get(locationId);
    if (place === undefined) continue;
    const known = prices.get(inventoryItemId) ?? new Array<number>(costs.locations.length).fill(0);
    known[place] = Math.round(scarcity.toNumber() * 10_000);
    prices.set(inventoryItemId, known);
  }
  return prices;
}
