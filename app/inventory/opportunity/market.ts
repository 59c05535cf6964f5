/** What customers bought together once, and what it costs to ship that from each place. */
export interface Basket {
  readonly lines: readonly BasketLine[];
  /** Price of a parcel from each place, handling and split penalty included, in 1/10,000. */
  readonly parcel: readonly number[];
  /** A pickup order takes its units at this place only; null: any. */
  readonly onlyPlace: number | null;
}

export interface BasketLine {
  readonly item: string;
  readonly units: number;
  /** Price of one unit from each place, in 1/10,000. */
  readonly unit: readonly number[];
}

/** Everything opportunity costs are reckoned from. Places are numbered, items go by any unique name. */
export interface Market {
  readonly places: number;
  /** Units to promise, by item, then place. */
  readonly stock: ReadonlyMap<string, readonly number[]>;
  /** Past baskets in the order of placing: the future is expected to look like stretches of them. */
  readonly past: readonly Basket[];
  /** How many baskets are expected until new stock arrives. */
  readonly expected: number;
}

/** Money per unit in 1/10,000, by item, then place. */
export type StockPrices = ReadonlyMap<string, readonly number[]>;
