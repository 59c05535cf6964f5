import { toUnitsLeft } from "#app/locations/capacity.ts";
import type { Parcel } from "#app/routing/plan.ts";
import type { BatchWorld } from "./batch-world.ts";
import type { BarredPlace, StoredSnapshot } from "./build-snapshot.ts";
import type { OrderFacts } from "./describe-order.ts";
import { buildSnapshot } from "./build-snapshot.ts";
import { giveBackToday } from "./take-capacity.ts";
import { cellKey } from "./stock-pool.ts";
import { tally } from "./tally.ts";

/**
 * An order decided before, frozen in today's world: it asks for what it asked then, and the units of
 * its own plan are free for it.
 */
export function freezeAgain(
  before: StoredSnapshot,
  parcels: readonly Parcel[],
  world: BatchWorld,
  barred: readonly BarredPlace[],
): StoredSnapshot {
  const { order } = before;
  const itemOf = new Map([...world.items].map(([item, { sku }]) => [sku, item]));
  const lines = order.lines.map((line) => ({
    lineItemId: line.id,
    inventoryItemId: itemOf.get(line.sku) ?? null,
    units: line.quantity,
    unitPrice: line.unitPrice,
  }));
  const itemOfLine = new Map(lines.map((line) => [line.lineItemId, line.inventoryItemId]));
  const own = tally(
    parcels.flatMap(({ locationId, lines: shares }) =>
      shares.map(({ lineId, quantity }) => ({ locationId, lineId, quantity })),
    ),
    ({ locationId, lineId }) => cellKey(itemOfLine.get(lineId) ?? "", locationId),
    ({ quantity }) => quantity,
  );
  const today = buildSnapshot({
    now: world.now.toISOString(),
    network: world.networks.live.network,
    facts: toFacts(order),
    deliveryMethod: order.deliveryMethod,
    pickupLocationId: order.pickupLocationId,
    lines,
    items: world.items,
    pool: world.pool,
    own,
    barred,
    outsidePool: world.outsidePool,
    unitsLeftToday: toUnitsLeft(giveBackToday({ orderId: order.id }, world)),
    sendToLocationId: null,
  });
  return { ...today, order };
}

function toFacts(order: StoredSnapshot["order"]): OrderFacts {
  const { id, destination, riskLevel = null } = order;
  return { ...order, ...destination, orderId: id, name: "", city: "", riskLevel };
}
