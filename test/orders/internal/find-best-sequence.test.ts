import fc from "fast-check";
import { expect, test } from "vitest";
import type { Fare } from "#app/orders/internal/find-best-sequence.ts";
import { findBestSequence } from "#app/orders/internal/find-best-sequence.ts";

const seed = 20_261_124;

/** Orders that each take the cheapest seat left; `prices[order][seat]`. */
function sellSeats(prices: readonly (readonly number[])[], fixed: readonly boolean[] = []) {
  return (sequence: readonly number[]): Fare[] => {
    const taken = new Set<number>();
    const fares: Fare[] = [];
    for (const order of sequence) {
      const seats = prices[order]!.map((cost, seat) => ({ cost, seat }))
        .filter(({ seat }) => !taken.has(seat))
        .sort((a, b) => a.cost - b.cost || a.seat - b.seat);
      const [best] = seats;
      if (best) taken.add(best.seat);
      fares[order] = {
        cost: best?.cost ?? 0,
        unfilledUnits: best ? 0 : 1,
        relaxations: 0,
        fixedPlan: fixed[order] ? String(best?.seat) : null,
      };
    }
    return fares;
  };
}

const sum = (fares: readonly Fare[]) => fares.reduce((total, { cost }) => total + cost, 0);

test("the order that loses more by coming second goes first", () => {
  const decide = sellSeats([
    [1, 2],
    [1, 9],
  ]);
  expect(findBestSequence(2, decide)).toEqual([1, 0]);
});

test("where nothing is gained it stays first come, first served", () => {
  expect(findBestSequence(3, sellSeats([[1], [1], [1]]))).toEqual([0, 1, 2]);
  expect(findBestSequence(1, sellSeats([[1]]))).toEqual([0]);
  expect(findBestSequence(0, sellSeats([]))).toEqual([]);
});

test("an order that does not go by cost keeps its plan", () => {
  const prices = [
    [1, 2],
    [1, 9],
  ];
  expect(findBestSequence(2, sellSeats(prices, [true, false]))).toEqual([0, 1]);
});

test("the batch never pays more, nobody goes without for it, and every order comes once", () => {
  const seats = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(fc.array(seats, { minLength: 2, maxLength: 6 }), (prices) => {
      const decide = sellSeats(prices);
      const inTurn = decide(prices.map((_, at) => at));
      const sequence = findBestSequence(prices.length, decide);
      const fares = decide(sequence);
      expect([...sequence].sort()).toEqual(prices.map((_, at) => at));
      expect(sum(fares)).toBeLessThanOrEqual(sum(inTurn));
      fares.forEach((fare, at) => {
        expect(fare.unfilledUnits).toBeLessThanOrEqual(inTurn[at]!.unfilledUnits);
      });
    }),
    { seed, numRuns: 300 },
  );
});
