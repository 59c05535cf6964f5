import type { Tx } from "#app/db.server.ts";
import { enqueue } from "#app/queue/enqueue.server.ts";

/** Lets drafts that run in the shadow look at what was just decided; nothing where none runs. */
export async function wakeShadows(tx: Tx, shopId: string): Promise<void> {
  const running = await tx.shadowRun.findFirst({
    where: { shopId, stoppedAt: null },
    select: { shadowId: true },
  });
  if (running) await enqueue(tx, "decide-shadows", { shopId });
}
