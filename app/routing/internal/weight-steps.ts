import type { WeightStep } from "../snapshot.ts";
import { parseMoney, priceWeight } from "./money.ts";

/** A parcel's price by its whole weight: the first step it fits, and `perKg` above the last weight named. */
export interface WeightSteps {
  /** Rising; Infinity in the last. */
  readonly upToGrams: readonly number[];
  readonly prices: readonly number[];
  readonly perKg: number;
}

/**
 * Stepped prices seen as a straight line below them, for the weights one order can have: a parcel
 * costs `base`, each unit what `ofUnit` says, and the rest is its surcharge, never negative.
 */
export interface SteppedZone {
  readonly steps: WeightSteps;
  readonly base: number;
  /** Slope of the line; a unit's share of it, rounded down, is in `ofUnit`. */
  readonly perGram: number;
  readonly ofUnit: readonly number[];
}

/** Steps with their text parsed, lightest first. `perKg` is in 1/10,000. */
export function compileSteps(steps: readonly WeightStep[], perKg: number): WeightSteps {
  const grams = ({ upToKg }: WeightStep) =>
    upToKg === null ? Infinity : Math.round(upToKg * 1000);
  const rising = [...steps].sort((a, b) => grams(a) - grams(b));
  return {
    upToGrams: rising.map(grams),
    prices: rising.map(({ price }) => parseMoney(price)),
    perKg,
  };
}

/** What a parcel of this weight costs, in 1/10,000. */
export function priceParcel({ upToGrams, prices, perKg }: WeightSteps, grams: number): number {
  const last = prices.length - 1;
  let step = 0;
  while (step < last && grams > upToGrams[step]!) step++;
  if (step < last) return prices[step]!;
  const beyond = last === 0 ? grams : grams - upToGrams[last - 1]!;
  return prices[last]! + priceWeight(beyond / 1000, perKg);
}

/**
 * The line through two of the steps' ends, or level with one, or from nothing through one, that stays
 * below every price up to `mostGrams` and is highest half-way there.
 */
export function drawLineBelow(
  steps: WeightSteps,
  mostGrams: number,
  unitGrams: readonly number[],
): SteppedZone {
  const ends = listEnds(steps, mostGrams);
  let best = { base: 0, perGram: 0 };
  let highest = -1;
  for (const line of listLines(ends)) {
    const { base, perGram } = line;
    const height = base + (perGram * mostGrams) / 2;
    if (height <= highest || base < 0 || perGram < 0 || !Number.isFinite(perGram)) continue;
    if (ends.some(({ grams, price }) => base + perGram * grams > price + ROUNDING)) continue;
    best = line;
    highest = height;
  }
  const base = Math.floor(best.base);
  const ofUnit = unitGrams.map((grams) => Math.floor(best.perGram * grams));
  return { steps, base, perGram: best.perGram, ofUnit };
}

/** Prices are whole numbers; a line may miss them by the rounding of doubles. */
const ROUNDING = 1e-6;

interface End {
  readonly grams: number;
  readonly price: number;
}

/** Where a rising line would first cross the prices: each step's heaviest weight, the last one's lightest. */
function listEnds(steps: WeightSteps, mostGrams: number): End[] {
  const ends: End[] = [];
  let from = 0;
  for (const upTo of steps.upToGrams) {
    if (from >= mostGrams && ends.length > 0) break;
    const grams = Math.min(upTo, mostGrams);
    if (upTo === Infinity) ends.push({ grams: from, price: lowerByRounding(steps, from + 1) });
    ends.push({ grams, price: lowerByRounding(steps, grams) });
    from = upTo;
  }
  return ends;
}

/** Above the last weight prices are rounded, so a line must stay clear of them. */
function lowerByRounding(steps: WeightSteps, grams: number): number {
  const price = priceParcel(steps, grams);
  return steps.perKg === 0 ? price : Math.max(0, price - steps.perKg / 1000 - 1);
}

function listLines(ends: readonly End[]): { base: number; perGram: number }[] {
  return ends.flatMap(({ grams, price }, at) => [
    { base: price, perGram: 0 },
    { base: 0, perGram: price / grams },
    ...ends.slice(at + 1).map((other) => {
      const perGram = (other.price - price) / (other.grams - grams);
      return { base: price - perGram * grams, perGram };
    }),
  ]);
}

/** The least surcharge of a parcel that weighs from `least` to `most` grams. */
export function leastSurcharge(
  { steps, base, perGram }: SteppedZone,
  least: number,
  most: number,
): number {
  const { upToGrams } = steps;
  let lowest = Infinity;
  for (let step = 0; step < upToGrams.length; step++) {
    const upTo = upToGrams[step]!;
    if (upTo < least) continue;
    // Within a step the line rises and the price stands still, but in the last both may rise.
    const heaviest = Math.min(upTo, most);
    lowest = Math.min(lowest, priceParcel(steps, heaviest) - base - perGram * heaviest);
    if (upTo >= most) break;
  }
  if (steps.perKg === 0) return lowest;
  const named = upToGrams.length > 1 ? upToGrams[upToGrams.length - 2]! : 0;
  if (most <= named) return lowest;
  const lightest = Math.max(least, named + 1);
  return Math.min(lowest, priceParcel(steps, lightest) - base - perGram * lightest) - 1;
}
