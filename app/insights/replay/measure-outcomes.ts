import type { OrderOutcome, PlanSummary } from "./plan-summary.ts";
import { countUnits } from "./plan-summary.ts";

/** The figures of one variant over all orders. Money in the shop's currency, 4 decimals. */
export interface VariantFigures {
  /** Orders shipped in full. */
  readonly planned: number;
  /** Orders held for a person by a rule. */
  readonly held: number;
  /** Orders with units that no location gives: work for a person. */
  readonly exceptions: number;
  readonly parcels: number;
  /** Orders in more than one parcel, of those shipped at least in part. */
  readonly split: number;
  readonly shipped: number;
  readonly cost: string;
  /** Mean days until the last parcel arrives, 2 decimals; null without shipped orders. */
  readonly meanDays: string | null;
  readonly late: number;
  /** Orders with a promise that are shipped at least in part. */
  readonly promised: number;
  readonly margin: string;
  readonly byLocation: Readonly<Record<string, LocationLoad>>;
}

export interface LocationLoad {
  readonly parcels: number;
  readonly units: number;
}

/** What a run found: every variant's figures, over all orders and over those that all ship in full. */
export interface RunFigures {
  readonly orders: number;
  readonly variants: readonly VariantFigures[];
  /** Like for like: totals differ also because one variant ships orders that another does not. */
  readonly shared: {
    readonly orders: number;
    readonly costs: readonly string[];
    readonly parcels: readonly number[];
    /** Mean days, 2 decimals; null without such orders. */
    readonly meanDays: readonly (string | null)[];
    readonly margins: readonly string[];
  };
}

const SCALE = 10_000;

/** Adds up a run. Sums are exact in 1/10,000 of the currency. */
export function measureOutcomes(outcomes: readonly OrderOutcome[], variants: number): RunFigures {
  const at = [...Array(variants).keys()];
  const shared = outcomes.filter(({ plans }) =>
    plans.every(({ outcome }) => outcome === "planned"),
  );
  const plansOf = (list: readonly OrderOutcome[], variant: number) =>
    list.map(({ plans }) => plans[variant]!);
  return {
    orders: outcomes.length,
    variants: at.map((variant) => measureVariant(plansOf(outcomes, variant))),
    shared: {
      orders: shared.length,
      costs: at.map((variant) => sumMoney(plansOf(shared, variant), "cost")),
      parcels: at.map((variant) => countParcels(plansOf(shared, variant))),
      meanDays: at.map((variant) => meanDays(plansOf(shared, variant))),
      margins: at.map((variant) => sumMoney(plansOf(shared, variant), "margin")),
    },
  };
}

function measureVariant(plans: readonly PlanSummary[]): VariantFigures {
  const shipped = plans.filter(({ parcels }) => parcels.length > 0);
  const count = (test: (plan: PlanSummary) => boolean) => plans.filter(test).length;
  return {
    planned: count(({ outcome }) => outcome === "planned"),
    held: count(({ outcome }) => outcome === "held"),
    exceptions: count(({ outcome }) => outcome === "partial" || outcome === "unfillable"),
    parcels: countParcels(plans),
    split: count(({ parcels }) => parcels.length > 1),
    shipped: shipped.length,
    cost: sumMoney(plans, "cost"),
    meanDays: meanDays(plans),
    late: count(({ isLate }) => isLate === true),
    promised: count(({ isLate }) => isLate !== null),
    margin: sumMoney(plans, "margin"),
    byLocation: measureLocations(plans),
  };
}

function sumMoney(plans: readonly PlanSummary[], field: "cost" | "margin"): string {
  const sum = plans.reduce(
    (total, plan) => total + Math.round(Number(plan[field] ?? 0) * SCALE),
    0,
  );
  return (sum / SCALE).toFixed(4);
}

function countParcels(plans: readonly PlanSummary[]): number {
  return plans.reduce((sum, { parcels }) => sum + parcels.length, 0);
}

function meanDays(plans: readonly PlanSummary[]): string | null {
  const days = plans.flatMap(({ deliveryDays }) => deliveryDays ?? []);
  if (days.length === 0) return null;
  return (days.reduce((sum, one) => sum + one, 0) / days.length).toFixed(2);
}

/** In id order, so that the same run is written the same. */
function measureLocations(plans: readonly PlanSummary[]): Record<string, LocationLoad> {
  const loads = new Map<string, LocationLoad>();
  for (const parcel of plans.flatMap(({ parcels }) => parcels)) {
    const load = loads.get(parcel.locationId) ?? { parcels: 0, units: 0 };
    const units = load.units + countUnits(parcel);
    loads.set(parcel.locationId, { parcels: load.parcels + 1, units });
  }
  return Object.fromEntries([...loads].sort(([a], [b]) => (a < b ? -1 : 1)));
}
