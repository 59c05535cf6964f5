import type { JobInsert } from "pg-boss";
import { fromPrisma } from "pg-boss";
import type { Send } from "../db-pipeline.server.ts";
import type { Tx } from "../db.server.ts";
import { boss } from "./boss.server.ts";
import type { JobKind, JobPayloads } from "./jobs.ts";
import { jobPolicies } from "./jobs.ts";

export interface EnqueueOptions {
  /** Not before this many seconds from now. */
  readonly afterSeconds?: number;
}

/** Adds one job inside the caller's transaction: it exists if and only if the transaction commits. */
export async function enqueue<K extends JobKind>(
  tx: Tx,
  kind: K,
  payload: JobPayloads[K],
  options: EnqueueOptions = {},
): Promise<void> {
  await enqueueAll(tx, kind, [payload], options);
}

/**
 * Adds many jobs of one kind in one statement inside the caller's transaction. Where the kind allows
 * it, a job that is already waiting for the same group does for the new one.
 */
export async function enqueueAll<K extends JobKind>(
  tx: Tx,
  kind: K,
  payloads: readonly JobPayloads[K][],
  options: EnqueueOptions = {},
): Promise<void> {
  const fresh = await leaveOutJoined(tx, kind, payloads, options);
  if (fresh.length === 0) return;
  const jobs = fresh.map((payload) => toJob(kind, payload, options));
  await (await boss()).insert(kind, jobs, { db: fromPrisma(tx), returnId: false });
}

/**
 * Adds one job as the pipeline's next statement and resolves as soon as it is sent; a failure fails
 * the pipeline's transaction. Never joins a waiting job: that would need an answer first.
 */
export async function enqueueInPipeline<K extends JobKind>(
  send: Send,
  kind: K,
  payload: JobPayloads[K],
): Promise<void> {
  const instance = await boss();
  await new Promise<void>((sent, failed) => {
    const executeSql = (text: string, values: unknown[] = []) => {
      const answer = send(text, values);
      sent();
      return answer;
    };
    const job = toJob(kind, payload, {});
    instance.insert(kind, [job], { db: { executeSql }, returnId: false }).catch(failed);
  });
}

/**
 * Payloads whose group has no job waiting that is due. The waiting job is locked until the caller's
 * transaction ends and workers skip locked rows, so it cannot start before what is committed here can
 * be seen: joining loses nothing, which a unique key with ON CONFLICT would.
 */
async function leaveOutJoined<K extends JobKind>(
  tx: Tx,
  kind: K,
  payloads: readonly JobPayloads[K][],
  options: EnqueueOptions,
): Promise<readonly JobPayloads[K][]> {
  if (!jobPolicies[kind].joins || options.afterSeconds !== undefined || payloads.length === 0) {
    return payloads;
  }
  const groups = payloads.map((payload) => groupOf(kind, payload));
  const waiting = await tx.$queryRaw<{ group_id: string }[]>`
    SELECT group_id FROM pgboss.job
    WHERE name = ${kind} AND state = 'created' AND start_after <= now()
      AND group_id = ANY(${groups}::text[])
    FOR SHARE SKIP LOCKED`;
  const joined = new Set(waiting.map((job) => job.group_id));
  return payloads.filter((payload) => !joined.has(groupOf(kind, payload)));
}

function toJob<K extends JobKind>(kind: K, payload: JobPayloads[K], options: EnqueueOptions) {
  const job: JobInsert = { data: payload, group: { id: groupOf(kind, payload) } };
  if (options.afterSeconds !== undefined) job.startAfter = options.afterSeconds;
  return job;
}

/** Jobs of one group run one at a time where the kind's policy says so. */
function groupOf<K extends JobKind>(kind: K, payload: JobPayloads[K]): string {
  const perOrder = jobPolicies[kind].oneAtATimePer === "order" && "orderId" in payload;
  return perOrder ? `${payload.shopId}/${payload.orderId}` : payload.shopId || kind;
}
