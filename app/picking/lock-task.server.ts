import type { Tx } from "../db.server.ts";
import type { Prisma } from "../generated/prisma/client.ts";
import type { Actor, ShopContext } from "../shop-context.ts";

export type LockedTask = Prisma.PickTaskGetPayload<{ include: { lines: true } }>;

/**
 * The task with its lines, locked with its order to the end of the transaction: everything that
 * happens to an order's tasks happens one after the other. The order first, as routing does, so
 * that two transactions never wait for each other. Null for what the actor may not see.
 */
export async function lockTask(
  tx: Tx,
  shop: ShopContext,
  taskId: string,
): Promise<LockedTask | null> {
  const { shopId, actor } = shop;
  const key = { shopId_taskId: { shopId, taskId } };
  const known = await tx.pickTask.findUnique({ where: key });
  if (!known || !maySee(actor, known.locationId)) return null;
  await lockOrder(tx, shopId, known.orderId);
  await tx.$queryRaw`
    select task_id from pick_tasks where shop_id = ${shopId} and task_id = ${taskId} for update`;
  return tx.pickTask.findUnique({
    where: key,
    include: { lines: { orderBy: { lineItemId: "asc" } } },
  });
}

/** Waits until no other transaction is at this order. */
export async function lockOrder(tx: Tx, shopId: string, orderId: string): Promise<void> {
  await tx.$queryRaw`select order_id from orders
    where shop_id = ${shopId} and order_id = ${orderId} for no key update`;
}

function maySee(actor: Actor, locationId: string): boolean {
  const isStore = actor.role === "associate" || actor.role === "store_manager";
  return !isStore || actor.locationId === locationId;
}
