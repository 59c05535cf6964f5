import type { Decision } from "#app/routing/plan.ts";
import type { Priority } from "#app/routing/ruleset.ts";
import { closedBecause, priorities, refusedBecause } from "./contract-rules.ts";
import { daysFrom, type Order, type State, stockKey } from "./contract-world.ts";
import type { Measures, Share } from "./evaluate-plan.ts";
import { type OracleDecision, sortShares } from "./exhaustive-oracle.ts";
import type { GeneratedScenario } from "./generate-scenario.ts";

/** The units a decision ships, in the order in which plans are written down. */
export function sharesOf(decision: Decision): Share[] {
  return decision.parcels.flatMap(({ locationId, lines }) =>
    lines.map(({ lineId, quantity }) => ({ locationId, lineId, quantity })),
  );
}

/** What the decision should have said, field by field, in the engine's own output format. */
export function expectDecision(
  scenario: GeneratedScenario,
  order: Order,
  state: State,
  oracle: OracleDecision,
) {
  const shares = sortShares(oracle.shares);
  const money = (amount: number) => (amount / 10_000).toFixed(4);
  const ids = [...new Set(shares.map(({ locationId }) => locationId))];
  return {
    orderId: order.id,
    outcome: oracle.outcome,
    lane: oracle.lane,
    cost: oracle.measures && money(oracle.measures.lowest_cost),
    deliveryDays: oracle.measures && oracle.measures.earliest_delivery,
    parcels: ids.map((id) => ({
      locationId: id,
      deliveryDays: daysFrom(
        scenario,
        order,
        scenario.locations.find((l) => l.id === id)!,
      ),
      cost: money(oracle.measures!.parcelCosts.get(id)!),
      lines: shares
        .filter((share) => share.locationId === id)
        .map(({ lineId, quantity }) => ({ lineId, quantity })),
    })),
    unfilled: listUnfilled(order, shares, oracle.reason),
    relaxed: oracle.relaxed,
    bound:
      oracle.measures && writeBound(priorities(scenario, order).priorities[0]!, oracle.measures),
    optimal: true,
    verdicts: listVerdicts(scenario, order, state, oracle, ids),
  };
}

function writeBound(first: Priority, measures: Measures): string {
  if (first === "lowest_cost") return (measures.lowest_cost / 10_000).toFixed(4);
  if (first === "highest_margin") return (measures.margin / 10_000).toFixed(4);
  return first === "nearest" ? (measures.nearest / 1000).toFixed(3) : String(measures[first]);
}

function listUnfilled(order: Order, shares: readonly Share[], reason: string) {
  return [...order.lines]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((line) => {
      const shipped = shares
        .filter((share) => share.lineId === line.id)
        .reduce((sum, share) => sum + share.quantity, 0);
      const quantity = line.quantity - shipped;
      return quantity > 0 ? [{ lineId: line.id, quantity, reason }] : [];
    });
}

function listVerdicts(
  scenario: GeneratedScenario,
  order: Order,
  state: State,
  oracle: OracleDecision,
  chosen: readonly string[],
) {
  const places = [...scenario.locations].sort((a, b) => (a.id < b.id ? -1 : 1));
  const lines = [...order.lines].sort((a, b) => (a.id < b.id ? -1 : 1));
  return places.map((place) => {
    const closed = closedBecause(state, order, place);
    if (closed) return { locationId: place.id, verdict: "excluded", reasons: [closed] };
    const reasons = lines.flatMap((line) => {
      const why = refusedBecause(scenario, order, state, oracle.loosened, place, line);
      return why ? [{ ...why, lineId: line.id }] : [];
    });
    const isExcluded = reasons.length === lines.length;
    const verdict = chosen.includes(place.id) ? "chosen" : isExcluded ? "excluded" : "eligible";
    return { locationId: place.id, verdict, reasons };
  });
}

/** The same fields of a real decision. */
export function pickComparable(decision: Decision) {
  return {
    orderId: decision.orderId,
    outcome: decision.outcome,
    lane: decision.lane,
    cost: decision.cost,
    deliveryDays: decision.deliveryDays,
    parcels: decision.parcels.map(({ locationId, deliveryDays, cost, lines }) => ({
      locationId,
      deliveryDays,
      cost,
      lines,
    })),
    unfilled: decision.unfilled,
    relaxed: decision.relaxed,
    bound: decision.proof.bound,
    optimal: decision.proof.optimal,
    verdicts: decision.explanation.locations,
  };
}

/** Takes a decision's units from the world, as the next order will see it. */
export function takeUnits(state: State, order: Order, decision: Decision): void {
  for (const { locationId, lineId, quantity } of sharesOf(decision)) {
    const key = stockKey(locationId, order.lines.find((line) => line.id === lineId)!.sku);
    state.available.set(key, state.available.get(key)! - quantity);
    const left = state.unitsLeft.get(locationId) ?? null;
    if (left !== null) state.unitsLeft.set(locationId, left - quantity);
  }
}
