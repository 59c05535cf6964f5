import type { Tx } from "#app/db.server.ts";
import { enqueue } from "#app/queue/enqueue.server.ts";
import type { ShopContext } from "#app/shop-context.ts";

/** A bulk operation ended: if it is an import of ours, its result is read now. */
export async function noteBulkFinished(
  tx: Tx,
  shop: ShopContext,
  bulkOperationId: string,
): Promise<void> {
  const { shopId } = shop;
  const run = await tx.syncRun.findFirst({
    where: { shopId, bulkOperationId, kind: "catalog", status: "running" },
  });
  if (run) await enqueue(tx, "import-catalog", { shopId, runId: run.runId });
}
