import type { LiveFulfillmentOrder } from "#app/shopify/live-order.ts";
import type { Placement } from "./compare-placement.ts";
import { placeKey } from "./compare-placement.ts";
import type { MovedUnits, Step } from "./step.ts";
import { tally } from "./tally.ts";

/** Units of one fulfillment-order line that should leave for one location. */
interface Leaving extends MovedUnits {
  readonly fulfillmentOrder: LiveFulfillmentOrder;
  readonly fulfillmentOrderLineId: string;
  readonly toLocationId: string;
}

/** Pairs places that have too many units with places that have too few, and takes the first move. */
export function chooseMove(
  fulfillmentOrders: readonly LiveFulfillmentOrder[],
  target: Placement,
): Step {
  const leaving = pairUnits(fulfillmentOrders, target);
  const first = leaving[0];
  if (!first) return { kind: "none" };
  const { fulfillmentOrder, toLocationId } = first;
  const together = leaving.filter(
    (row) => row.fulfillmentOrder === fulfillmentOrder && row.toLocationId === toLocationId,
  );
  const fulfillmentOrderId = fulfillmentOrder.id;
  const actions = fulfillmentOrder.supportedActions;
  if (actions.includes("MOVE")) {
    const lines = isWhole(fulfillmentOrder, together)
      ? null
      : together.map(({ fulfillmentOrderLineId, units }) => ({ fulfillmentOrderLineId, units }));
    return { kind: "move", fulfillmentOrderId, toLocationId, lines, units: together.map(toMoved) };
  }
  if (actions.includes("MARK_AS_OPEN")) return { kind: "open", fulfillmentOrderId };
  return { kind: "blocked", fulfillmentOrderId, needs: "MOVE" };
}

/** Fulfillment orders in progress give up units last: somebody may be picking them. */
function pairUnits(fulfillmentOrders: readonly LiveFulfillmentOrder[], target: Placement) {
  const rows = [...fulfillmentOrders]
    .sort((a, b) => rankOf(a) - rankOf(b) || (a.id < b.id ? -1 : 1))
    .flatMap((fulfillmentOrder) =>
      fulfillmentOrder.lines.map((line) => ({ fulfillmentOrder, line })),
    );
  const standing = tally(
    rows,
    ({ fulfillmentOrder, line }) => placeKey(line.lineItemId, fulfillmentOrder.assignedLocationId!),
    ({ line }) => line.remainingQuantity,
  );
  const surplus = new Map(
    [...standing].map(([place, units]) => [place, units - (target.get(place) ?? 0)]),
  );
  const missing = listMissing(target, standing);
  return rows.flatMap(({ fulfillmentOrder, line }): Leaving[] => {
    const fromLocationId = fulfillmentOrder.assignedLocationId!;
    const place = placeKey(line.lineItemId, fromLocationId);
    let free = Math.min(line.remainingQuantity, Math.max(0, surplus.get(place) ?? 0));
    surplus.set(place, (surplus.get(place) ?? 0) - free);
    return (missing.get(line.lineItemId) ?? []).flatMap((gap): Leaving[] => {
      const units = Math.min(free, gap.units);
      if (units === 0) return [];
      free -= units;
      gap.units -= units;
      const { lineItemId, inventoryItemId, id: fulfillmentOrderLineId } = line;
      const moved = { lineItemId, inventoryItemId, fromLocationId, units };
      return [{ ...moved, fulfillmentOrder, fulfillmentOrderLineId, toLocationId: gap.locationId }];
    });
  });
}

function rankOf(one: LiveFulfillmentOrder): number {
  return one.status === "IN_PROGRESS" ? 1 : 0;
}

interface Gap {
  readonly locationId: string;
  units: number;
}

/** By line item: the locations that still lack units of it. */
function listMissing(target: Placement, standing: Placement): Map<string, Gap[]> {
  const missing = new Map<string, Gap[]>();
  for (const place of [...target.keys()].sort()) {
    const units = target.get(place)! - (standing.get(place) ?? 0);
    if (units <= 0) continue;
    const [lineItemId, locationId] = place.split("/") as [string, string];
    missing.set(lineItemId, [...(missing.get(lineItemId) ?? []), { locationId, units }]);
  }
  return missing;
}

function isWhole(one: LiveFulfillmentOrder, leaving: readonly Leaving[]): boolean {
  const going = tally(
    leaving,
    (row) => row.fulfillmentOrderLineId,
    (row) => row.units,
  );
  return one.lines.every((line) => line.remainingQuantity === (going.get(line.id) ?? 0));
}

function toMoved({ lineItemId, inventoryItemId, fromLocationId, units }: Leaving): MovedUnits {
  return { lineItemId, inventoryItemId, fromLocationId, units };
}
