import { z } from "zod";
import type { Tx } from "../db.server.ts";
import { inShop } from "../db.server.ts";
import { enqueue } from "../queue/enqueue.server.ts";
import type { JobKind, JobPayloads } from "../queue/jobs.ts";
import { jobKinds } from "../queue/jobs.ts";
import type { ShopContext } from "../shop-context.ts";

export type ReplayOutcome =
  | { readonly ok: true; readonly changed: boolean }
  | { readonly ok: false; readonly because: "not_found" };

/** Evidence of a dead letter: a webhook that could not be used, or a job that failed for good. */
const evidenceSchema = z.union([
  z.object({ webhookId: z.string() }),
  z.object({
    kind: z.enum(jobKinds as [JobKind, ...JobKind[]]),
    payload: z.record(z.string(), z.string()),
  }),
]);

/**
 * Puts set-aside work back in the queue and closes its exception; should it fail again, a new one is
 * raised. Replaying a resolved one changes nothing. "not_found" also for what is no dead letter.
 */
export async function replayDeadLetter(
  shop: ShopContext,
  exceptionId: string,
): Promise<ReplayOutcome> {
  const { shopId, actor } = shop;
  return inShop(shop, async (tx) => {
    const found = await tx.exception.findFirst({ where: { exceptionId, queue: "dead_letter" } });
    const evidence = evidenceSchema.safeParse(found?.evidence);
    if (!found || !evidence.success) return { ok: false, because: "not_found" };
    const at = shop.clock.now();
    const resolution = `Replayed by ${actor.name}`;
    const { count } = await tx.exception.updateMany({
      where: { shopId, exceptionId, status: "open" },
      data: { status: "resolved", resolvedAt: at, resolvedBy: actor.name, resolution },
    });
    if (count === 0) return { ok: true, changed: false };
    await putBack(tx, shopId, evidence.data);
    const subject = `exception ${exceptionId}`;
    await tx.auditEntry.create({
      data: { shopId, at, actor: actor.name, action: "dead_letter_replayed", subject },
    });
    return { ok: true, changed: true };
  });
}

async function putBack(tx: Tx, shopId: string, evidence: z.infer<typeof evidenceSchema>) {
  if ("kind" in evidence) {
    // The payload is the one this job was once enqueued with; the shop is never taken from it.
    const payload = { ...evidence.payload, shopId } as JobPayloads[JobKind];
    await enqueue(tx, evidence.kind, payload);
    return;
  }
  const { webhookId } = evidence;
  await tx.inboxEvent.updateMany({
    where: { shopId, webhookId },
    data: { status: "pending", attempts: 0, error: null, processedAt: null },
  });
  await enqueue(tx, "receive-webhooks", { shopId, webhookIds: [webhookId] });
}
