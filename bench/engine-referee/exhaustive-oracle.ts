import type { FallbackStep } from "#app/routing/ruleset.ts";
import { closedBecause, guardrailsInForce, priorities, refusedBecause } from "./contract-rules.ts";
import { type Loosened, type Order, type State, STRICT } from "./contract-world.ts";
import { findBreaches, type Measures, measureShares, type Share } from "./evaluate-plan.ts";
import type { GeneratedScenario } from "./generate-scenario.ts";

/** What the contract demands for an order, found by trying every plan there is. */
export interface OracleDecision {
  readonly outcome: "planned" | "partial" | "held" | "unfillable";
  readonly lane: string | null;
  readonly shares: readonly Share[];
  readonly measures: Measures | null;
  readonly reason: string;
  readonly relaxed: readonly string[];
  readonly loosened: Loosened;
}

/** Worlds with more plans than this are not for an oracle. */
export const MOST_PLANS = 60_000;

/** Decides by exhaustion; null when the world has too many plans to try. */
export function decideExhaustively(
  scenario: GeneratedScenario,
  order: Order,
  state: State,
): OracleDecision | null {
  const { lane, priorities: ranked } = priorities(scenario, order);
  const none = { lane, shares: [], measures: null };
  const hold = guardrailsInForce(scenario, order).find(({ rule }) => rule.hold !== undefined);
  if (hold) {
    const reason = hold.rule.hold!;
    return { ...none, outcome: "held", reason, relaxed: [], loosened: STRICT };
  }
  const steps = scenario.ruleset.whenNothingFits;
  let loosened = STRICT;
  for (let taken = 0; taken <= steps.length; taken++) {
    const step = steps[taken - 1];
    const relaxed = steps.slice(0, taken);
    if (isSettling(step)) {
      const outcome = step === "hold" ? "held" : "unfillable";
      return { ...none, outcome, reason: step, relaxed, loosened };
    }
    loosened = loosen(loosened, step);
    const best = findBest(scenario, order, state, loosened, ranked);
    if (best === "too_many") return null;
    if (!best) continue;
    const outcome = best.measures.unfilled > 0 ? "partial" : "planned";
    const later = steps.slice(steps.indexOf("partial") + 1);
    const reason = later.find((each) => isSettling(each));
    return { lane, ...best, outcome, reason: reason ?? "no_plan", relaxed, loosened };
  }
  return { ...none, outcome: "unfillable", reason: "no_plan", relaxed: steps, loosened };
}

function isSettling(step: FallbackStep | undefined): step is FallbackStep {
  return step !== undefined && ["backorder", "hold", "exception", "substitute"].includes(step);
}

/** What a "when nothing fits" step adds to what is loosened already. */
export function loosen(loosened: Loosened, step: FallbackStep | undefined): Loosened {
  return {
    split: loosened.split || step === "allow_split",
    promise: loosened.promise || step === "relax_promise",
    safety: loosened.safety || step === "below_safety_stock",
    partial: loosened.partial || step === "partial",
    moreParcels: loosened.moreParcels + (step === "one_more_parcel" ? 1 : 0),
    daysLater: loosened.daysLater + (step === "promise_one_day_later" ? 1 : 0),
  };
}

function findBest(
  scenario: GeneratedScenario,
  order: Order,
  state: State,
  loosened: Loosened,
  ranked: readonly (keyof Measures)[],
): { shares: Share[]; measures: Measures } | "too_many" | null {
  const perLine = order.lines.map((line) => {
    const givers = scenario.locations.filter(
      (place) =>
        !closedBecause(state, order, place) &&
        !refusedBecause(scenario, order, state, loosened, place, line),
    );
    return listSplits(
      givers.map(({ id }) => id),
      line.quantity,
      loosened.partial,
    ).map((split) =>
      split.map(([locationId, quantity]) => ({ locationId, lineId: line.id, quantity })),
    );
  });
  if (perLine.reduce((product, splits) => product * splits.length, 1) > MOST_PLANS) {
    return "too_many";
  }
  let best: { shares: Share[]; measures: Measures } | null = null;
  for (const shares of combine(perLine)) {
    if (findBreaches(scenario, order, state, loosened, shares).length > 0) continue;
    const measures = measureShares(scenario, order, shares, state);
    const keys = ["unfilled", "unknown_distance", ...ranked] as (keyof Measures)[];
    if (best && compare(keys, { shares, measures }, best) >= 0) continue;
    best = { shares, measures };
  }
  return best;
}

/** All ways to take `quantity` units (at most, if `partial`) from the locations. */
function listSplits(
  ids: readonly string[],
  quantity: number,
  partial: boolean,
): [string, number][][] {
  const [first, ...others] = ids;
  if (first === undefined) return quantity === 0 || partial ? [[]] : [];
  const splits: [string, number][][] = [];
  for (let units = 0; units <= quantity; units++) {
    for (const rest of listSplits(others, quantity - units, partial)) {
      splits.push(units > 0 ? [[first, units], ...rest] : rest);
    }
  }
  return splits;
}

function* combine(perLine: readonly Share[][][], from = 0): Generator<Share[]> {
  if (from === perLine.length) {
    yield [];
    return;
  }
  for (const rest of combine(perLine, from + 1)) {
    for (const shares of perLine[from]!) yield [...shares, ...rest];
  }
}

interface Measured {
  readonly shares: readonly Share[];
  readonly measures: Measures;
}

function compare(keys: readonly (keyof Measures)[], a: Measured, b: Measured): number {
  for (const key of keys) {
    const difference = Number(a.measures[key]) - Number(b.measures[key]);
    if (difference !== 0) return difference;
  }
  return compareShares(sortShares(a.shares), sortShares(b.shares));
}

function compareShares(a: readonly Share[], b: readonly Share[]): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const difference = compareShare(a[at]!, b[at]!);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function compareShare(a: Share, b: Share): number {
  if (a.locationId !== b.locationId) return a.locationId < b.locationId ? -1 : 1;
  if (a.lineId !== b.lineId) return a.lineId < b.lineId ? -1 : 1;
  return a.quantity - b.quantity;
}

/** Shares in the order in which plans are written down. */
export function sortShares(shares: readonly Share[]): Share[] {
  return [...shares].sort(compareShare);
}
