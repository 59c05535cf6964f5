/** One shelf of an item as far as its own sales tell. */
export interface CoveredShelf {
  readonly units: number;
  /** Units it gave away a day; null when too little is known. */
  readonly unitsPerDay: number | null;
}

/** Replenishment brings somewhat more than is expected to sell: stock over demand, when unknown. */
const USUAL_COVER = 1.2;

/**
 * What giving away a unit of one item is expected to cost later, without solving anything: the chance
 * that the shelf will miss it before new stock arrives, times what missing it costs (the marginal
 * value of Littlewood's rule, 1972). Demand is Poisson; where sales are unknown, every shelf that
 * holds the item is taken to sell alike. Less the cheapest shelf, as with `priceBySales`.
 * `missing` is in 1/10,000, `days` reach to the next delivery.
 */
export function priceByCover(
  shelves: readonly CoveredShelf[],
  { missing, days }: { readonly missing: number; readonly days: number },
): number[] {
  const stocked = shelves.filter(({ units }) => units > 0);
  if (stocked.length < 2) return shelves.map(() => 0);
  const mean = stocked.reduce((sum, { units }) => sum + units, 0) / stocked.length;
  const price = ({ units, unitsPerDay }: CoveredShelf) => {
    const expected = unitsPerDay === null ? mean / USUAL_COVER : unitsPerDay * days;
    return missing * chanceOfAtLeast(units, expected);
  };
  const least = Math.min(...stocked.map(price));
  return shelves.map((shelf) => (shelf.units > 0 ? Math.round(price(shelf) - least) : 0));
}

/** P(demand >= units) for Poisson demand. */
function chanceOfAtLeast(units: number, expected: number): number {
  let term = Math.exp(-expected);
  let below = 0;
  for (let demand = 0; demand < units && below < 1; demand += 1) {
    below += term;
    term *= expected / (demand + 1);
  }
  return Math.max(0, 1 - below);
}
