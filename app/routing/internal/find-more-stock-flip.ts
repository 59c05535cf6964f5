import type { Flip } from "../plan.ts";
import { availableToPromise, bars, LINE_EFFECTS, whyClosed } from "./apply-rules.ts";
import { measurePlan, measureWhole } from "./criteria.ts";
import type { Ruling } from "./decide-order.ts";
import { compareValues } from "./find-best-single.ts";

interface Shortage {
  readonly at: number;
  readonly sku: number;
  readonly available: number;
  readonly needed: number;
}

/**
 * The fewest units of one SKU that would let a location outside the plan ship the whole order, and
 * better than the plan. No new search is needed: the old plan would no longer be the best where it
 * was found, and more stock elsewhere does not make it possible any earlier.
 */
export function findMoreStockFlip(ruling: Ruling): Flip | null {
  const { world, criteria, guardrails } = ruling;
  if (guardrails.some(({ rule }) => rule.hold !== undefined)) return null;
  const chosen = listChosen(ruling);
  const values = measureBest(ruling);
  const firstChosen = Math.min(...chosen);
  let fewest: Shortage | null = null;
  for (let at = 0; at < world.capacity.length; at++) {
    const shortage = chosen.has(at) ? null : findOnlyShortage(ruling, at);
    if (!shortage || !isSmaller(shortage, fewest)) continue;
    const hypothetical = criteria.map(({ name }) => measureWhole(world, name, at));
    const difference = compareValues(hypothetical, values) || at - firstChosen;
    if (difference < 0 && keepsMargin(ruling, at)) fewest = shortage;
  }
  return fewest && describe(ruling, fewest);
}

function listChosen({ problem, best }: Ruling): ReadonlySet<number> {
  return new Set(best ? best.plan.sites.map((site) => problem.locations[site]!) : []);
}

function measureBest({ problem, best, criteria }: Ruling): number[] {
  return best ? criteria.map((each) => measurePlan(problem, each, best.plan)) : [];
}

function isSmaller(shortage: Shortage, than: Shortage | null): boolean {
  if (!than) return true;
  return shortage.needed - shortage.available < than.needed - than.available;
}

/** The one SKU whose stock alone keeps the location from shipping the whole order. */
function findOnlyShortage(ruling: Ruling, at: number): Shortage | null {
  const { world, problem, relaxation } = ruling;
  const skuCount = world.items.length;
  let shortage: Shortage | null = null;
  for (let sku = 0; sku < skuCount; sku++) {
    const cell = at * skuCount + sku;
    const wanted = leastPromisable(ruling, at, sku);
    if (availableToPromise(world, cell, relaxation) < wanted) {
      if (shortage) return null;
      const kept = relaxation.belowSafetyStock ? 0 : world.safetyStock[cell]!;
      shortage = { at, sku, available: world.available[cell]!, needed: wanted + kept };
    }
  }
  if (!shortage || whyClosed(world, at) || world.capacity[at]! < problem.totalDemand) return null;
  return mayGiveAll(ruling, at) ? shortage : null;
}

/** The stock to promise with which the location may give all of the SKU. */
function leastPromisable({ world, guardrails }: Ruling, at: number, sku: number): number {
  let most = world.demand[sku]!;
  for (const { rule, selects, at: where } of guardrails) {
    const binds = selects[sku]! && (!where || where[at]!);
    if (binds) most = Math.max(most, rule.minAvailable ?? 0);
  }
  return most;
}

function mayGiveAll({ world, guardrails, relaxation }: Ruling, at: number): boolean {
  const others = LINE_EFFECTS.filter((effect) => effect !== "min_available");
  return !guardrails.some(
    (guardrail) =>
      guardrail.selects.includes(true) &&
      others.some((effect) => bars(effect, guardrail, world, at, Infinity, relaxation)),
  );
}

function keepsMargin({ world, problem }: Ruling, at: number): boolean {
  if (problem.minMargin === null) return true;
  return measureWhole(world, "loss", at) - world.net.splitPenalty <= -problem.minMargin;
}

function describe({ world }: Ruling, { at, sku, available, needed }: Shortage): Flip {
  return {
    change: "stock",
    locationId: world.net.locations[at]!.location.id,
    sku: world.items[sku]!.sku,
    from: available,
    to: needed,
  };
}
