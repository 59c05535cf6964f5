import type { Problem } from "./build-problem.ts";
import type { Criterion } from "./criteria.ts";

const MOST_ROUNDS = 2;

/** What the sites that stay offer of each SKU, cheapest first, and what their parcels add. */
interface Stay {
  readonly fixed: number;
  readonly offers: readonly (readonly Offer[])[];
}

interface Offer {
  readonly price: number;
  readonly units: number;
}

/**
 * Local search from a set of sites that covers the order: takes the best of all ways to add, drop or
 * exchange one site, until none helps (A. A. Kuehn and M. J. Hamburger, "A Heuristic Program for
 * Locating Warehouses", Management Science 9, 1963). Capacities are left aside. It makes the exact
 * search shorter; it proves nothing.
 */
export function improveSites(
  problem: Problem,
  criterion: Criterion,
  start: readonly number[],
  candidates: readonly number[],
): readonly number[] {
  let open = start;
  let value = priceOffers(problem, gather(problem, criterion, open), null, Infinity);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const move = findBestMove(problem, criterion, open, candidates, value);
    if (!move) return open;
    ({ open, value } = move);
  }
  return open;
}

interface Move {
  readonly open: readonly number[];
  readonly value: number;
}

function findBestMove(
  problem: Problem,
  criterion: Criterion,
  open: readonly number[],
  candidates: readonly number[],
  known: number,
): Move | null {
  const others = candidates.filter((site) => !open.includes(site));
  let best: Move = { open, value: known };
  best = extendBest(problem, criterion, open, others, best);
  for (const site of open) {
    const stay = open.filter((other) => other !== site);
    best = extendBest(problem, criterion, stay, others, best);
  }
  return best.open === open ? null : best;
}

/** The best of the move known, the sites that stay, and those with any one of the others. */
function extendBest(
  problem: Problem,
  criterion: Criterion,
  stay: readonly number[],
  others: readonly number[],
  known: Move,
): Move {
  const offered = gather(problem, criterion, stay);
  let best = known;
  const alone = priceOffers(problem, offered, null, best.value);
  if (alone < best.value) best = { open: stay, value: alone };
  for (const site of others) {
    const value = priceOffers(problem, offered, { criterion, site }, best.value);
    if (value < best.value) best = { open: [...stay, site], value };
  }
  return best;
}

function gather(problem: Problem, { fixed, unit }: Criterion, sites: readonly number[]): Stay {
  const { skuCount, supply } = problem;
  const offers = problem.demand.map((_, sku) =>
    sites
      .map((site) => site * skuCount + sku)
      .filter((cell) => supply[cell]! > 0)
      .map((cell) => ({ price: unit ? unit[cell]! : 0, units: supply[cell]! }))
      .sort((a, b) => a.price - b.price),
  );
  return { fixed: sites.reduce((sum, site) => sum + fixed[site]!, 0), offers };
}

/** What the order costs from the offers and one site more; Infinity once it is not below `limit`. */
function priceOffers(
  { skuCount, supply, demand }: Problem,
  { fixed, offers }: Stay,
  more: { readonly criterion: Criterion; readonly site: number } | null,
  limit: number,
): number {
  let value = more ? fixed + more.criterion.fixed[more.site]! : fixed;
  for (let sku = 0; sku < skuCount && value < limit; sku++) {
    const cell = more ? more.site * skuCount + sku : 0;
    const price = more?.criterion.unit ? more.criterion.unit[cell]! : 0;
    value += priceSku(demand[sku]!, offers[sku]!, price, more ? supply[cell]! : 0);
  }
  return value < limit ? value : Infinity;
}

/** Cheapest first from the offers and one offer more; Infinity when they are too few. */
function priceSku(demand: number, offers: readonly Offer[], price: number, units: number): number {
  let missing = demand;
  let spare = units;
  let value = 0;
  for (let at = 0; at < offers.length && missing > 0; at++) {
    const offer = offers[at]!;
    if (spare > 0 && price <= offer.price) {
      const taken = Math.min(missing, spare);
      value += taken * price;
      missing -= taken;
      spare = 0;
    }
    const taken = Math.min(missing, offer.units);
    value += taken * offer.price;
    missing -= taken;
  }
  const last = Math.min(missing, spare);
  return missing > last ? Infinity : value + last * price;
}
