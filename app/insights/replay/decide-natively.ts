import { measureKm } from "#app/orders/explanation/measure-km.ts";
import { freezeTrial, type TrialWorld } from "#app/orders/try-order.ts";
import { routeOrder } from "#app/routing/route-order.ts";
import type { Ruleset } from "#app/routing/ruleset.ts";
import type { Snapshot } from "#app/routing/snapshot.ts";
import { chooseNatively, type NativeChoice } from "./native-choice.ts";
import type { PlanSummary } from "./plan-summary.ts";
import type { PastOrder } from "./replay-world.ts";
import { summarisePlan } from "./summarise-plan.ts";

/** Nothing binds, nothing is chosen: the engine only prices what stock allows. */
export const PRICE_ONLY: Ruleset = {
  guardrails: [],
  lanes: [{ id: "as placed", priorities: ["lowest_cost"] }],
  whenNothingFits: [],
};

/** What Shopify's own routing would have done, priced by the engine. `world` has these rules only. */
export function decideNatively(order: PastOrder, world: TrialWorld): PlanSummary {
  const snapshot = freezeTrial(order.trial, world);
  const choice = chooseIn(snapshot);
  const unfilledUnits = choice.oversold.reduce((sum, { units }) => sum + units, 0);
  if (choice.placed.length === 0) return nothingPlaced(unfilledUnits);
  const plan = routeOrder(leaveOnly(snapshot, choice));
  const summary = summarisePlan(snapshot, plan, order.shippingCharged);
  return unfilledUnits === 0 ? summary : { ...summary, outcome: "partial", unfilledUnits };
}

function nothingPlaced(unfilledUnits: number): PlanSummary {
  const unknown = { cost: null, deliveryDays: null, isLate: null, margin: null };
  return { outcome: "unfillable", ...unknown, unfilledUnits, parcels: [] };
}

function chooseIn(snapshot: Snapshot): NativeChoice {
  const stock = new Map(
    snapshot.stock.map((row) => [`${row.locationId}/${row.sku}`, row.available]),
  );
  const { destination } = snapshot.order;
  return chooseNatively(
    snapshot.order,
    snapshot.network.locations,
    (locationId, sku) => stock.get(`${locationId}/${sku}`) ?? 0,
    (location) => measureKm(location, destination) ?? Infinity,
  );
}

/** The snapshot with the chosen units and no others, so that the engine can only price that choice. */
function leaveOnly(snapshot: Snapshot, { placed }: NativeChoice): Snapshot {
  const units = new Map<string, number>();
  for (const { locationId, sku, units: given } of placed) {
    const key = `${locationId}/${sku}`;
    units.set(key, (units.get(key) ?? 0) + given);
  }
  const ids = new Set(placed.map(({ lineId }) => lineId));
  return {
    ...snapshot,
    stock: snapshot.stock.flatMap((row) => {
      const available = units.get(`${row.locationId}/${row.sku}`) ?? 0;
      return available > 0 ? [{ ...row, available, safetyStock: 0 }] : [];
    }),
    order: { ...snapshot.order, lines: snapshot.order.lines.filter(({ id }) => ids.has(id)) },
  };
}
