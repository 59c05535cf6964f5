import type { Decision } from "#app/routing/plan.ts";
import type { Snapshot } from "#app/routing/snapshot.ts";
import type { PlanSummary } from "./plan-summary.ts";

const SCALE = 10_000;

/** The figures of a plan that replay compares, with what the order earns by it. */
export function summarisePlan(
  snapshot: Snapshot,
  plan: Decision,
  shippingCharged: string,
): PlanSummary {
  const { maxDeliveryDays } = snapshot.order;
  const { deliveryDays } = plan;
  const isPromised = maxDeliveryDays !== null && deliveryDays !== null;
  return {
    outcome: plan.outcome,
    cost: plan.cost,
    deliveryDays,
    isLate: isPromised ? deliveryDays > maxDeliveryDays : null,
    unfilledUnits: plan.unfilled.reduce((sum, { quantity }) => sum + quantity, 0),
    margin: plan.cost === null ? null : findMargin(snapshot, plan, plan.cost, shippingCharged),
    parcels: plan.parcels.map(({ locationId, lines }) => ({ locationId, lines })),
  };
}

function findMargin(
  snapshot: Snapshot,
  { parcels }: Decision,
  cost: string,
  shippingCharged: string,
): string {
  const lines = new Map(snapshot.order.lines.map((line) => [line.id, line]));
  const goods = new Map(snapshot.items.map((item) => [item.sku, item]));
  let earned = scaled(shippingCharged) - scaled(cost);
  for (const { lineId, quantity } of parcels.flatMap((parcel) => parcel.lines)) {
    const line = lines.get(lineId)!;
    const unitCost = goods.get(line.sku)?.unitCost ?? "0";
    earned += quantity * (scaled(line.unitPrice) - scaled(unitCost));
  }
  return (earned / SCALE).toFixed(4);
}

function scaled(amount: string): number {
  return Math.round(Number(amount) * SCALE);
}
