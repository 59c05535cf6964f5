import { type Allocation, allocateUnits, type AmountBounds } from "./allocate-units.ts";
import type { Problem } from "./build-problem.ts";
import { type Effort } from "./effort.ts";
import { measureSurcharge } from "./measure-surcharge.ts";
import type { RankedPrice } from "./rank-prices.ts";
import { startSharing, type Sharing } from "./start-sharing.ts";
import { leastSurcharge } from "./weight-steps.ts";

/** Amounts tried that count as one search node: one is far less work. */
const TRIED_PER_NODE = 64;
/** Values are whole numbers; anything less than one better is the rounding of doubles. */
const ONE_BETTER = 1 - 1e-6;

/**
 * Spreads the lines over the open sites as `allocateUnits` does, but for parcels priced by weight
 * steps, where a unit has no price of its own. Tries every way to share out the lines, heaviest first,
 * and leaves a way as soon as what is shared, the rest at its cheapest, and the least surcharge the
 * parcels can still end at are no better than the best known (branch and bound, A. H. Land and
 * A. G. Doig, Econometrica 28, 1960). Null also when every share that uses all the sites comes to more
 * than `most`.
 */
export function shareBySteps(
  problem: Problem,
  open: readonly number[],
  bounds: AmountBounds | null,
  price: RankedPrice,
  most: number,
  effort: Effort,
): Allocation | null {
  const start = allocateUnits(problem, open, bounds, price);
  if (!start || price.costWeight === 0) return start;
  // Without surcharges no share comes to less.
  if (priceUnits(open, price, start.units) > most) return null;
  const value = priceShares(problem, open, price, start.units);
  if (open.length === 1) return value > most ? null : start;
  const best: Best = { units: value > most ? null : start.units, value: Math.min(value, most + 1) };
  const sharing = startSharing(problem, open, bounds, price, start);
  assignLine({ sharing, best, effort, price, tried: 0 }, 0, 0);
  return best.units && { units: best.units, short: start.short };
}

function priceUnits(
  open: readonly number[],
  { price }: RankedPrice,
  units: readonly (readonly number[])[],
): number {
  let total = 0;
  for (let index = 0; index < open.length; index++) {
    const amounts = units[index]!;
    for (let line = 0; line < amounts.length; line++) {
      if (amounts[line]! > 0) total += amounts[line]! * price(open[index]!, line);
    }
  }
  return total;
}

/** What the shares come to by the price, the parcels' surcharges with it. */
export function priceShares(
  problem: Problem,
  open: readonly number[],
  price: RankedPrice,
  units: readonly (readonly number[])[],
): number {
  const { world, locations } = problem;
  let surcharges = 0;
  for (let index = 0; index < open.length; index++) {
    surcharges += measureSurcharge(world, locations[open[index]!]!, units[index]!);
  }
  return priceUnits(open, price, units) + price.costWeight * surcharges;
}

interface Best {
  /** Null while none is known that comes to no more than is allowed. */
  units: number[][] | null;
  value: number;
}

interface Trial {
  readonly sharing: Sharing;
  readonly best: Best;
  readonly effort: Effort;
  readonly price: RankedPrice;
  tried: number;
}

/** Shares out the lines from this turn on; `paid` is what the lines before come to. */
function assignLine(trial: Trial, turn: number, paid: number): void {
  const { sharing, best } = trial;
  if (boundRest(trial, turn, paid) > best.value - ONE_BETTER) return;
  if (turn < sharing.order.length) {
    assignUnits(trial, turn, paid, 0, sharing.quantities[turn]!);
    return;
  }
  if (sharing.leftShort > 0) return;
  const value = priceShares(sharing.problem, sharing.open, trial.price, sharing.units);
  if (value >= best.value) return;
  best.value = value;
  best.units = sharing.units.map((amounts) => [...amounts]);
}

function boundRest({ sharing, price }: Trial, turn: number, paid: number): number {
  const { zones, grams, laterGrams, later, open } = sharing;
  let surcharges = 0;
  for (let index = 0; index < open.length; index++) {
    const zone = zones[index];
    const least = grams[index]!;
    if (!zone) continue;
    surcharges += leastSurcharge(zone, least, least + laterGrams[turn]![index]!);
  }
  return paid + later[turn]! + price.costWeight * surcharges;
}

/** Gives the line's missing units to the sites from `index` on, in every way. */
function assignUnits(
  trial: Trial,
  turn: number,
  paid: number,
  index: number,
  missing: number,
): void {
  const { sharing, effort } = trial;
  if (++trial.tried % TRIED_PER_NODE === 0) effort.nodes++;
  if (effort.isSpent()) return;
  if (index === sharing.open.length) {
    if (missing > sharing.leftShort) return;
    sharing.leftShort -= missing;
    assignLine(trial, turn + 1, paid);
    sharing.leftShort += missing;
    return;
  }
  const line = sharing.order[turn]!;
  const cell = index * sharing.lineCount + line;
  const free = Math.min(
    sharing.leftSupply[sharing.cellOf(index, line)]!,
    sharing.leftCapacity[index]!,
  );
  const most = Math.min(sharing.high[cell]!, free, missing);
  for (let amount = most; amount >= sharing.low[cell]!; amount--) {
    if (missing - amount > sharing.beyond[cell]! + sharing.leftShort) return;
    take(sharing, index, line, amount);
    assignUnits(trial, turn, paid + amount * sharing.prices[cell]!, index + 1, missing - amount);
    take(sharing, index, line, -amount);
  }
}

function take(sharing: Sharing, index: number, line: number, amount: number): void {
  sharing.units[index]![line]! += amount;
  sharing.leftSupply[sharing.cellOf(index, line)]! -= amount;
  sharing.leftCapacity[index]! -= amount;
  sharing.grams[index]! += amount * sharing.gramsOf[line]!;
}
