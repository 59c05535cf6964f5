import type { Tx } from "#app/db.server.ts";
import { inShop } from "#app/db.server.ts";
import type { Order } from "#app/generated/prisma/client.ts";
import { lockOrder } from "#app/picking/lock-task.server.ts";
import type { Decision } from "#app/routing/plan.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { placementOf } from "./internal/compare-placement.ts";
import { listKeptBefore } from "./load-decisions-in-force.server.ts";
import { loadTasks } from "./load-tasks.server.ts";
import { readPlaceRequest } from "./internal/place-request.ts";
import type { Placing } from "./placing.ts";

/**
 * Commits that Shopify is about to be changed for the order's decision in force, before anything is
 * sent. Null when there is nothing to place: it is done, given up or replaced.
 */
export async function beginPlacing(shop: ShopContext, orderId: string): Promise<Placing | null> {
  return inShop(shop, async (tx) => {
    const { shopId } = shop;
    await lockOrder(tx, shopId, orderId);
    const order = await tx.order.findUnique({ where: { shopId_orderId: { shopId, orderId } } });
    if (!order?.decisionId) return null;
    const intent = await tx.intent.findUnique({
      where: { shopId_key: { shopId, key: `place:${order.decisionId}` } },
    });
    if (intent?.status !== "pending" && intent?.status !== "sent") return null;
    const { intentId } = intent;
    const attempt = intent.attempts + 1;
    await tx.intent.update({
      where: { shopId_intentId: { shopId, intentId } },
      data: { status: "sent", attempts: attempt, sentAt: shop.clock.now(), request: {} },
    });
    const isNew = attempt === 1 && order.dirtyAt === null;
    const trustsReading = isNew && readPlaceRequest(intent.request).standing === true;
    const facts = await loadPlan(tx, order, order.decisionId);
    return { ...facts, orderId, intentId, attempt, trustsReading };
  });
}

async function loadPlan(tx: Tx, { shopId, orderId, name }: Order, decisionId: string) {
  const decision = await tx.decision.findUniqueOrThrow({
    where: { shopId_decisionId: { shopId, decisionId } },
    select: { plan: true },
  });
  const plan = decision.plan as unknown as Decision;
  const kept = listKeptBefore(await loadTasks(tx, shopId, [orderId]), orderId, decisionId);
  const target = placementOf(plan.parcels, kept);
  const untracked = await tx.$queryRaw<{ id: string }[]>`
    select i.inventory_item_id as id from items i join order_lines l
      on l.shop_id = i.shop_id and l.inventory_item_id = i.inventory_item_id
    where l.shop_id = ${shopId} and l.order_id = ${orderId} and not i.tracked`;
  const uncounted = new Set(untracked.map((item) => item.id));
  return { orderName: name, decisionId, plan, kept, target, uncounted };
}
