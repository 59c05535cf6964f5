import type { Decision } from "#app/routing/plan.ts";
import type { Network } from "#app/routing/snapshot.ts";

/** A decision as one line of the order's timeline: "Routed to Denver and Reno (order placed)." */
export function describeDecision(plan: Decision, network: Network, trigger: string): string {
  const because = trigger === "" ? "" : ` (${trigger})`;
  const places = describePlaces(plan, network);
  switch (plan.outcome) {
    case "planned":
      return `Routed to ${places}${because}.`;
    case "partial":
      return `Routed to ${places}${because}; ${countUnits(plan)} could not be placed.`;
    case "held":
      return `Held for review: ${plan.unfilled[0]?.reason ?? "a guardrail"}${because}.`;
    case "unfillable":
      return `No location fits${because}: ${countUnits(plan)} could not be placed.`;
  }
}

function describePlaces(plan: Decision, network: Network): string {
  const names = plan.parcels.map(
    ({ locationId }) =>
      network.locations.find(({ id }) => id === locationId)?.name ?? `location ${locationId}`,
  );
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

function countUnits(plan: Decision): string {
  const units = plan.unfilled.reduce((sum, row) => sum + row.quantity, 0);
  return units === 1 ? "1 unit" : `${units} units`;
}
