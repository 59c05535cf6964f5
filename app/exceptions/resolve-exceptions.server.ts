import type { Tx } from "#app/db.server.ts";
import { lockShop } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { Queue } from "./queues.ts";

/** Which open exceptions are settled: by key, or every one of some orders (in some queues). */
export type ResolvedWhich =
  | { readonly keys: readonly string[] }
  | { readonly orderIds: readonly string[]; readonly queues?: readonly Queue[] };

/**
 * Closes open exceptions in the caller's transaction because their cause is gone. `resolution` says
 * in one sentence what removed it. Returns how many were open; a repeat finds none and returns 0.
 */
export async function resolveExceptions(
  tx: Tx,
  shop: ShopContext,
  which: ResolvedWhich,
  resolution: string,
): Promise<number> {
  const where = { shopId: shop.shopId, status: "open", ...matching(which) };
  // Most orders have none; only the others pay for the lock that raising takes too.
  if ((await tx.exception.count({ where })) === 0) return 0;
  await lockShop(tx, shop.shopId, "exceptions");
  const now = shop.clock.now();
  const resolved = await tx.exception.updateManyAndReturn({
    where,
    data: { status: "resolved", resolvedAt: now, resolvedBy: shop.actor.name, resolution },
    select: { exceptionId: true, orderId: true, summary: true },
  });
  await tx.orderEvent.createMany({
    data: resolved.flatMap(({ orderId, exceptionId, summary }) =>
      orderId === null
        ? []
        : {
            shopId: shop.shopId,
            orderId,
            at: now,
            kind: "exception_resolved",
            actor: shop.actor.name,
            message: resolution,
            data: { exceptionId, summary },
          },
    ),
  });
  return resolved.length;
}

function matching(which: ResolvedWhich) {
  if ("keys" in which) return { key: { in: [...which.keys] } };
  const orders = { orderId: { in: [...which.orderIds] } };
  return which.queues ? { ...orders, queue: { in: [...which.queues] } } : orders;
}
