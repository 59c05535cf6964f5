import { isPausedAt } from "#app/locations/is-paused-at.ts";
import type { Tx } from "../db.server.ts";
import type { Decision as EngineDecision } from "../routing/plan.ts";
import type { ShopContext } from "../shop-context.ts";

export interface SendChoice {
  readonly id: string;
  /** The location's name, with what it has: "Denver Store: 2 of 3 units, paused". */
  readonly name: string;
}

interface OrderToSend {
  readonly decisionId: string | null;
  readonly lines: readonly {
    readonly lineItemId: string;
    readonly inventoryItemId: string | null;
    readonly units: number;
  }[];
}

/**
 * Where a person may send an order, those that have most of it first. Counted are the units Shopify
 * shows as available, and those the order's present plan already takes there; safety stock does not
 * bind a person's choice.
 */
export async function listSendChoices(
  tx: Tx,
  shop: ShopContext,
  order: OrderToSend,
): Promise<SendChoice[]> {
  const locations = await tx.location.findMany({
    where: { active: true, fulfillsOnlineOrders: true },
    select: { locationId: true, name: true, paused: true, pausedUntil: true },
    orderBy: { name: "asc" },
  });
  const needed = sumUnits(order.lines, (line) => line.inventoryItemId ?? "");
  const held = await readHeldUnits(tx, order, [...needed.keys()]);
  const total = [...needed.values()].reduce((sum, units) => sum + units, 0);
  return locations
    .map((location) => {
      const has = [...needed].reduce(
        (sum, [itemId, units]) =>
          sum + Math.min(units, Math.max(0, held.get(`${location.locationId} ${itemId}`) ?? 0)),
        0,
      );
      const paused = isPausedAt(location, shop.clock.now()) ? ", paused" : "";
      const name = `${location.name}: ${describeUnits(has, total)}${paused}`;
      return { id: location.locationId, name, has };
    })
    .sort((a, b) => b.has - a.has)
    .map(({ id, name }) => ({ id, name }));
}

/** Units by "location item": available there, and taken there by the order's present plan. */
async function readHeldUnits(
  tx: Tx,
  order: OrderToSend,
  itemIds: readonly string[],
): Promise<Map<string, number>> {
  const levels = await tx.stockLevel.findMany({
    where: { inventoryItemId: { in: [...itemIds] } },
    select: { locationId: true, inventoryItemId: true, available: true },
  });
  const held = new Map(
    levels.map((level) => [`${level.locationId} ${level.inventoryItemId}`, level.available]),
  );
  for (const [place, units] of await readPlannedUnits(tx, order)) {
    held.set(place, Math.max(0, held.get(place) ?? 0) + units);
  }
  return held;
}

async function readPlannedUnits(tx: Tx, order: OrderToSend): Promise<Map<string, number>> {
  if (!order.decisionId) return new Map();
  const decision = await tx.decision.findFirst({
    where: { decisionId: order.decisionId },
    select: { plan: true },
  });
  const plan = decision?.plan as unknown as Pick<EngineDecision, "parcels"> | undefined;
  const itemOf = new Map(order.lines.map((line) => [line.lineItemId, line.inventoryItemId]));
  const taken = (plan?.parcels ?? []).flatMap((parcel) =>
    parcel.lines.map(({ lineId, quantity }) => ({
      place: `${parcel.locationId} ${itemOf.get(lineId) ?? ""}`,
      units: quantity,
    })),
  );
  return sumUnits(taken, ({ place }) => place);
}

function sumUnits<Row extends { readonly units: number }>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const row of rows) sums.set(keyOf(row), (sums.get(keyOf(row)) ?? 0) + row.units);
  return sums;
}

function describeUnits(has: number, total: number): string {
  if (has === 0) return "nothing of it";
  const all = total === 1 ? "has it" : `all ${total} units`;
  return has >= total ? all : `${has} of ${total} units`;
}
