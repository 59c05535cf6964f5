import { applyPrices, type Priced } from "./apply-prices.ts";
import { lendNumbers } from "./lend-numbers.ts";
import type { PackedSum } from "./pack-sum.ts";

/** Steps without progress before the step length is halved. */
const PATIENCE = 3;
const SHORTEST_STEP = 0.02;

/**
 * Improves prices by subgradient steps (M. Held, P. Wolfe and H. P. Crowder, "Validation of
 * Subgradient Optimization", Mathematical Programming 6, 1974): a SKU that the opening sites supply
 * too little of gets dearer, one they supply too much of gets cheaper. Returns the best prices met.
 */
export function moveAlongSubgradient(
  packed: PackedSum,
  start: Priced,
  aim: number,
  steps: number,
): Priced {
  const rooms = [start, lendPriced(packed), lendPriced(packed)];
  let best = start;
  let here = start;
  let length = 1;
  let idle = 0;
  for (let step = 0; step < steps && length > SHORTEST_STEP; step++) {
    const next = findFree(rooms, best, here);
    if (!movePrices(packed, here, next, aim, length)) return best;
    applyPrices(packed, next);
    here = next;
    if (here.bound > best.bound) {
      best = here;
      idle = 0;
      if (best.bound >= aim) return best;
    } else if (++idle >= PATIENCE) {
      idle = 0;
      length /= 2;
    }
  }
  return best;
}

/** The first of three rooms that neither the best prices nor the present ones are in. */
function findFree(rooms: readonly Priced[], best: Priced, here: Priced): Priced {
  let at = 0;
  while (rooms[at] === best || rooms[at] === here) at++;
  return rooms[at]!;
}

/** Room for prices and what follows from them. */
export function lendPriced({ memory, siteCount, skuCount }: PackedSum): Priced {
  return {
    bound: -Infinity,
    prices: lendNumbers(memory, skuCount),
    reduced: lendNumbers(memory, siteCount),
    wanting: lendNumbers(memory, skuCount),
  };
}

/** One step along what is wanting; false when nothing is. */
function movePrices(
  { skuCount, orderSkus, capPrices }: PackedSum,
  { prices, wanting, bound }: Priced,
  next: Priced,
  aim: number,
  length: number,
): boolean {
  let norm = 0;
  for (let sku = 0; sku < skuCount; sku++) norm += wanting[sku]! * wanting[sku]!;
  if (norm === 0) return false;
  const stride = (length * (aim - bound)) / norm;
  for (let sku = 0; sku < skuCount; sku++) {
    let price = prices[sku]! + stride * wanting[sku]!;
    if (capPrices && price > 0) price = 0;
    // More parcels than the least are no fault, so they are never fined.
    if (sku >= orderSkus && price < 0) price = 0;
    next.prices[sku] = price;
  }
  return true;
}
