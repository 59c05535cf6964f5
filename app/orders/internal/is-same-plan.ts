import type { Decision } from "#app/routing/plan.ts";
import type { RememberedOrder } from "./batch-world.ts";
import { isSamePlacement, placementOf, without } from "./compare-placement.ts";
import type { KeptUnits } from "./order-units.ts";
import { tally } from "./tally.ts";

/**
 * True when a fresh search only repeats the decision in force: writing it down again would take
 * tasks from stores for nothing. A person's request, and an order that comes back from a hold, get
 * a decision of their own whatever it says.
 */
export function isSamePlan(
  known: RememberedOrder,
  plan: Decision,
  kept: readonly KeptUnits[],
): boolean {
  const before = known.decision;
  if (!before || known.rerouteRequested || known.sendToLocationId !== null) return false;
  if (before.outcome !== plan.outcome || !isInForce(known)) return false;
  const remaining = without(placementOf(before.parcels), placementOf([], kept));
  return (
    isSamePlacement(remaining, placementOf(plan.parcels)) &&
    isSamePlacement(unfilledOf(before), unfilledOf(plan))
  );
}

/** The status its own decision leaves an order in; any other means that something intervened. */
function isInForce({ status, decision }: RememberedOrder): boolean {
  switch (decision!.outcome) {
    case "planned":
      return status === "routed" || status === "placed";
    case "held":
      return status === "held";
    case "partial":
    case "unfillable":
      return status === "exception";
  }
}

function unfilledOf(plan: Pick<Decision, "unfilled">) {
  return tally(
    plan.unfilled,
    (row) => `${row.lineId}/${row.reason}`,
    (row) => row.quantity,
  );
}
