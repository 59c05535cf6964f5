import { creditAge } from "./credit-age.ts";
import type { ShelfToPrice } from "./load-shelves-to-price.server.ts";
import type { StockPrices } from "./market.ts";
import type { Outlook } from "./outlook.ts";
import { priceByCover } from "./price-by-cover.ts";

export interface Forecast {
  /** Location ids, in the order of `prices`. */
  readonly places: readonly string[];
  /** By dual prices; items missing here go by cover. Null: too few sales for either. */
  readonly prices: StockPrices | null;
  /** Units a day by `item/location`. */
  readonly unitsPerDay: ReadonlyMap<string, number>;
  /** Days to the next delivery. */
  readonly days: number;
  /** What a unit that is not there costs: shipping it from far instead of near, in 1/10,000. */
  readonly missing: number;
  /** In 1/10,000, by item. */
  readonly unitCost: ReadonlyMap<string, number>;
}

/** Slower than this, days of cover say nothing. */
const MOST_DAYS_OF_COVER = 3650;

/** Puts scarcity, age and speed of some items' shelves together. Pure. */
export function reckonOutlooks(shelves: readonly ShelfToPrice[], forecast: Forecast): Outlook[] {
  const byItem = Map.groupBy(shelves, ({ inventoryItemId }) => inventoryItemId);
  return [...byItem].flatMap(([item, rows]) => {
    const scarcities = priceItem(item, rows, forecast);
    return rows.map((row, at) => describeShelf(row, scarcities[at]!, forecast));
  });
}

function priceItem(item: string, rows: readonly ShelfToPrice[], forecast: Forecast): number[] {
  const prices = forecast.prices?.get(item);
  if (prices) {
    return rows.map(({ locationId, units }) =>
      units > 0 ? (prices[forecast.places.indexOf(locationId)] ?? 0) : 0,
    );
  }
  // Where sales are known, an item that has none is not scarce anywhere.
  const isKnown = forecast.prices !== null;
  const covered = rows.map((row) => ({
    units: row.units,
    unitsPerDay: isKnown ? speedOf(row, forecast) : null,
  }));
  return priceByCover(covered, forecast);
}

function describeShelf(row: ShelfToPrice, scarcity: number, forecast: Forecast): Outlook {
  const { inventoryItemId, locationId, units, ageDays, idleDays } = row;
  const unitsPerDay = speedOf(row, forecast);
  const cover = unitsPerDay > 0 ? Math.floor(units / unitsPerDay) : Infinity;
  return {
    inventoryItemId,
    locationId,
    scarcity,
    agedCredit: units > 0 ? creditAge(forecast.unitCost.get(inventoryItemId) ?? 0, idleDays) : 0,
    unitsPerDay,
    daysOfCover: cover <= MOST_DAYS_OF_COVER ? cover : null,
    ageDays,
    basis: forecast.prices?.has(inventoryItemId) ? "sales" : "cover",
  };
}

function speedOf({ inventoryItemId, locationId }: ShelfToPrice, forecast: Forecast): number {
  return forecast.unitsPerDay.get(`${inventoryItemId}/${locationId}`) ?? 0;
}
