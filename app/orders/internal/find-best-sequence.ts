/** How an order fares when a batch is decided in some sequence. */
export interface Fare {
  /** What its plan costs, in the currency; 0 without parcels. */
  readonly cost: number;
  readonly unfilledUnits: number;
  /** "When nothing fits" steps taken. */
  readonly relaxations: number;
  /**
   * Equal for equal plans. Where cost does not come first for the order, only a sequence that leaves
   * its plan alone may be chosen; null where cost comes first.
   */
  readonly fixedPlan: string | null;
}

/** Sequences tried at most: each decides the whole batch once more. */
const MOST_TRIALS = 40;
/** Sums of doubles: less than this is no gain. */
const LEAST_GAIN = 0.00005;

/**
 * The sequence in which orders waiting together are decided: first come, first served, unless serving
 * an order earlier lowers the cost of all together. Nobody pays for that with an unfilled unit, a
 * relaxed rule, or (where something else than cost comes first) another plan.
 *
 * A local search by insertion: the order that loses most against being alone is moved to the front
 * and stays there if the batch gains. Deterministic, and every order is still decided exactly in the
 * world its predecessors leave. `decide` gives the orders' fares by their place in the batch.
 */
export function findBestSequence(
  count: number,
  decide: (sequence: readonly number[]) => readonly Fare[],
): number[] {
  const inTurn = Array.from({ length: count }, (_, at) => at);
  if (count < 2) return inTurn;
  const first = decide(inTurn);
  const alone = inTurn.map((at) => decide([at])[at]!);
  let best = { sequence: inTurn, fares: first };
  let trials = 0;
  for (let improved = true; improved;) {
    improved = false;
    for (const at of listLosers(best.fares, alone)) {
      if (trials === MOST_TRIALS) return best.sequence;
      trials += 1;
      const sequence = [at, ...best.sequence.filter((other) => other !== at)];
      const fares = decide(sequence);
      if (!isFair(fares, first) || sumCosts(fares) > sumCosts(best.fares) - LEAST_GAIN) continue;
      best = { sequence, fares };
      improved = true;
      break;
    }
  }
  return best.sequence;
}

/** Orders that fare worse than alone, the greatest loss first. */
function listLosers(fares: readonly Fare[], alone: readonly Fare[]): number[] {
  return fares
    .map((fare, at) => ({ at, loss: fare.cost - alone[at]!.cost }))
    .filter(({ loss }) => loss > LEAST_GAIN)
    .sort((a, b) => b.loss - a.loss || a.at - b.at)
    .map(({ at }) => at);
}

function isFair(fares: readonly Fare[], first: readonly Fare[]): boolean {
  return fares.every((fare, at) => {
    const before = first[at]!;
    return (
      fare.unfilledUnits <= before.unfilledUnits &&
      fare.relaxations <= before.relaxations &&
      fare.fixedPlan === before.fixedPlan
    );
  });
}

function sumCosts(fares: readonly Fare[]): number {
  return fares.reduce((sum, { cost }) => sum + cost, 0);
}
