import type { Tx } from "../db.server.ts";
import type { Prisma } from "../generated/prisma/client.ts";
import type { ShopContext } from "../shop-context.ts";

export type TaskEventKind =
  | "task_offered"
  | "task_accepted"
  | "task_rejected"
  | "task_packed"
  | "task_completed"
  | "task_recalled"
  | "fulfilled"
  | "refused";

export interface TaskEvent {
  readonly orderId: string;
  readonly kind: TaskEventKind;
  /** One sentence for people. */
  readonly message: string;
  readonly data: Prisma.InputJsonObject;
}

/** Adds what happened to pick tasks to their orders' timelines, now, in the actor's name. */
export async function noteTaskEvents(
  tx: Tx,
  shop: ShopContext,
  events: readonly TaskEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const by = { shopId: shop.shopId, at: shop.clock.now(), actor: shop.actor.name };
  await tx.orderEvent.createMany({ data: events.map((event) => ({ ...by, ...event })) });
}
