import { formatMoney } from "#app/format-money.ts";
import type { PlanSummary } from "./plan-summary.ts";
import { countUnits } from "./plan-summary.ts";

/** A plan in a line: "2 units from Denver, 1 from Boulder · $14.20 · 3 days". */
export function describePlan(
  plan: PlanSummary,
  nameOf: (locationId: string) => string,
  currency: string,
): string {
  const { parcels, cost, deliveryDays, unfilledUnits, outcome } = plan;
  if (parcels.length === 0)
    return outcome === "held" ? "Held for review" : "No location may ship it";
  const from = parcels.map((parcel) => `${countUnits(parcel)} from ${nameOf(parcel.locationId)}`);
  return [
    from.join(", "),
    cost === null ? "" : formatMoney(cost, currency),
    deliveryDays === null ? "" : `${deliveryDays} ${deliveryDays === 1 ? "day" : "days"}`,
    unfilledUnits === 0 ? "" : `${unfilledUnits} left over`,
  ]
    .filter(Boolean)
    .join(" · ");
}
