import type { JobInsert } from "pg-boss";
import { fromPrisma } from "pg-boss";
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

/** Adds many jobs of one kind in one statement inside the caller's transaction. */
export async function enqueueAll<K extends JobKind>(
  tx: Tx,
  kind: K,
  payloads: readonly JobPayloads[K][],
  options: EnqueueOptions = {},
): Promise<void> {
  if (payloads.length === 0) return;
  const jobs = payloads.map((payload) => toJob(kind, payload, options));
  await (await boss()).insert(kind, jobs, { db: fromPrisma(tx), returnId: false });
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
