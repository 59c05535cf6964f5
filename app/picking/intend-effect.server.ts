import type { Tx } from "../db.server.ts";
import type { Prisma } from "../generated/prisma/client.ts";
import { enqueue } from "../queue/enqueue.server.ts";
import type { ShopContext } from "../shop-context.ts";

export type PickingIntentKind =
  "report_progress" | "open_progress" | "fulfil" | "ready_for_pickup" | "correct_stock";

export interface NewIntent {
  readonly task: { readonly taskId: string; readonly orderId: string; readonly decisionId: string };
  readonly kind: PickingIntentKind;
  /** Deterministic: the same effect is never intended twice. */
  readonly key: string;
  readonly request?: Prisma.InputJsonObject;
}

/**
 * Commits, with the caller's transaction, to one effect in Shopify and to the job that carries it
 * out. An effect intended before is left alone.
 */
export async function intendEffect(tx: Tx, shop: ShopContext, intent: NewIntent): Promise<void> {
  const { shopId } = shop;
  const { taskId, orderId, decisionId } = intent.task;
  const { kind, key, request = {} } = intent;
  const [created] = await tx.intent.createManyAndReturn({
    data: [
      { shopId, orderId, decisionId, taskId, kind, key, request, createdAt: shop.clock.now() },
    ],
    skipDuplicates: true,
    select: { intentId: true },
  });
  if (created) await enqueue(tx, "settle-intent", { shopId, orderId, intentId: created.intentId });
}
