import type { OrderOutcome, PlanSummary } from "../replay/plan-summary.ts";
import { placesAlike } from "../replay/plan-summary.ts";

/** What one rule costs, compared with today's rules without it. Positive: the rule costs that much. */
export interface RulePrice {
  /** Place among the run's variants. */
  readonly variant: number;
  /** Orders that go elsewhere because of the rule, or are held or left over because of it. */
  readonly affected: number;
  /** Orders that ship in full with and without it: the differences below are over these. */
  readonly shared: number;
  /** Money, 4 decimals. */
  readonly cost: string;
  readonly parcels: number;
  /** Days until the last parcel, summed over the orders. */
  readonly days: number;
  /** Orders that need a person with the rule, less those that need one without. */
  readonly exceptions: number;
}

export interface RulePrices {
  readonly orders: number;
  readonly rules: readonly RulePrice[];
}

const SCALE = 10_000;

/** Compares today's rules (the first variant) with each variant that lacks one rule, the dearest first. */
export function measureRulePrices(outcomes: readonly OrderOutcome[], variants: number): RulePrices {
  const rules = Array.from({ length: variants - 1 }, (_, at) => measureOne(outcomes, at + 1));
  rules.sort((a, b) => Number(b.cost) - Number(a.cost) || a.variant - b.variant);
  return { orders: outcomes.length, rules };
}

function measureOne(outcomes: readonly OrderOutcome[], variant: number): RulePrice {
  const pairs = outcomes.map(({ plans }) => [plans[0]!, plans[variant]!] as const);
  const shared = pairs.filter((pair) => pair.every(({ outcome }) => outcome === "planned"));
  const sum = (of: (plan: PlanSummary) => number) =>
    shared.reduce((total, [rule, without]) => total + of(rule) - of(without), 0);
  const needing = (at: 0 | 1) => pairs.filter((pair) => pair[at].outcome !== "planned").length;
  return {
    variant,
    affected: pairs.filter(([a, b]) => a.outcome !== b.outcome || !placesAlike(a, b)).length,
    shared: shared.length,
    cost: (sum(({ cost }) => Math.round(Number(cost) * SCALE)) / SCALE).toFixed(4),
    parcels: sum(({ parcels }) => parcels.length),
    days: sum(({ deliveryDays }) => deliveryDays ?? 0),
    exceptions: needing(0) - needing(1),
  };
}
