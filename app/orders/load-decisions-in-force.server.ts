import type { Tx } from "#app/db.server.ts";
import type { Order } from "#app/generated/prisma/client.ts";
import type { Decision } from "#app/routing/plan.ts";
import type { Arm } from "#app/rules/pilot/running-pilot.ts";
import type { RememberedDecision } from "./internal/batch-world.ts";
import type { TasksByOrder } from "./load-tasks.server.ts";

/** The decision each order follows now, by order id. */
export async function loadDecisionsInForce(
  tx: Tx,
  shopId: string,
  orders: readonly Pick<Order, "decisionId">[],
  tasks: TasksByOrder,
): Promise<Map<string, RememberedDecision>> {
  const decisionIds = orders.flatMap(({ decisionId }) => decisionId ?? []);
  const rows = await tx.decision.findMany({
    where: { shopId, decisionId: { in: decisionIds } },
    omit: { snapshot: true },
  });
  const unplaced = await tx.intent.findMany({
    where: {
      shopId,
      kind: "place_order",
      decisionId: { in: decisionIds },
      status: { not: "confirmed" },
    },
    select: { decisionId: true },
  });
  const isUnplaced = new Set(unplaced.map((intent) => intent.decisionId));
  return new Map(
    rows.map(({ orderId, decisionId, sequence, plan, pilotId, arm }) => {
      const { outcome, parcels, unfilled } = plan as unknown as Decision;
      const isPlaced = !isUnplaced.has(decisionId);
      const keptBefore = listKeptBefore(tasks, orderId, decisionId);
      const pilot = pilotId === null ? null : { pilotId, arm: arm as Arm };
      return [
        orderId,
        { decisionId, sequence, outcome, parcels, unfilled, keptBefore, isPlaced, pilot },
      ];
    }),
  );
}

/** A new decision recalls every task it does not keep: older ones that live on are the kept ones. */
export function listKeptBefore(tasks: TasksByOrder, orderId: string, decisionId: string) {
  return [...(tasks.live.get(orderId) ?? []), ...(tasks.handedOver.get(orderId) ?? [])]
    .filter((task) => task.decisionId !== decisionId)
    .flatMap((task) => task.lines);
}
