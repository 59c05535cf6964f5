import type { Tx } from "#app/db.server.ts";
import { enqueue } from "#app/queue/enqueue.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { BatchWorld } from "./internal/batch-world.ts";
import type { OrderResult } from "./internal/order-result.ts";

/** Has the window that a batch opened closed in time. One open before has its job already. */
export async function announceWindow(
  tx: Tx,
  { shopId }: ShopContext,
  { lookAhead, now }: BatchWorld,
  results: readonly OrderResult[],
): Promise<void> {
  if (!lookAhead.window || lookAhead.window.openUntil !== null) return;
  const ends = results.flatMap(({ waitsUntil }) => waitsUntil?.getTime() ?? []);
  if (ends.length === 0) return;
  const afterSeconds = Math.ceil((Math.min(...ends) - now.getTime()) / 1000);
  await enqueue(tx, "close-windows", { shopId }, { afterSeconds });
}
