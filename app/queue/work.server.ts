import type { Job, JobResult, JobWithMetadata, PgBoss, WorkOptions } from "pg-boss";
import { log } from "../log.server.ts";
import { ShopifyError } from "../shopify/errors.ts";
import { boss } from "./boss.server.ts";
import type { JobKind, JobPayloads } from "./jobs.ts";
import { deadJobs, jobKinds, jobPolicies } from "./jobs.ts";
import type { JobOutcome } from "./outcome.ts";
import { cancel, snooze } from "./outcome.ts";

/** One function per job kind. A batch kind gets all payloads fetched together. */
export type JobHandlers = {
  readonly [K in JobKind]: (payloads: readonly JobPayloads[K][]) => Promise<JobOutcome | void>;
};

export interface DeadJob {
  readonly kind: string;
  readonly payload: { readonly shopId?: string };
  readonly error: string;
}

/** Starts fetching every kind of job. `onDead` sees each job that failed for good. */
export async function startWorking(
  handlers: JobHandlers,
  onDead: (job: DeadJob) => Promise<void>,
): Promise<void> {
  const instance = await boss(true);
  for (const kind of jobKinds) await workKind(instance, kind, handlers);
  await instance.work<object, void, WorkOptions & { includeMetadata: true }>(
    deadJobs,
    // pg-boss announces no dead letter: a person should not wait its usual 30 s for one.
    { includeMetadata: true, notifyPollingIntervalSeconds: 5 },
    async (jobs) => {
      for (const job of jobs) await onDead(describeDead(job));
    },
  );
}

async function workKind(instance: PgBoss, kind: JobKind, handlers: JobHandlers): Promise<void> {
  const policy = jobPolicies[kind];
  const options = {
    batchSize: policy.batchSize,
    localConcurrency: policy.concurrency,
    // A new job wakes its worker at once; one that waited for its group is found by polling.
    pollingIntervalSeconds: 1,
    notifyPollingIntervalSeconds: 1,
    burstWhenBatchFull: true,
    perJobResults: true as const,
    ...(policy.oneAtATimePer === undefined ? {} : { groupConcurrency: 1 }),
  };
  await instance.work<JobPayloads[JobKind]>(kind, options, (jobs) =>
    runJobs(instance, kind, handlers, jobs),
  );
}

/**
 * Runs fetched jobs of one kind together and says how each ended. Throws when they should be tried
 * again. Exported so that tests drain queues through the same path.
 */
export async function runJobs(
  instance: PgBoss,
  kind: JobKind,
  handlers: JobHandlers,
  jobs: readonly Job<JobPayloads[JobKind]>[],
): Promise<JobResult[]> {
  const handler = handlers[kind] as (payloads: readonly object[]) => Promise<JobOutcome | void>;
  const outcome = await handler(jobs.map((job) => job.data)).catch(judgeFailure);
  switch (outcome?.kind) {
    case "snooze":
      await runAgainLater(instance, kind, jobs, outcome.seconds);
      break;
    case "cancel":
      log.info({ kind, reason: outcome.reason }, "job cancelled");
      break;
    case "bury":
      log.error({ err: outcome.error, kind }, "job cannot succeed");
      return jobs.map(({ id }) => ({
        id,
        status: "deadletter",
        output: { message: outcome.error.message },
      }));
    case "done":
    case undefined:
      break;
  }
  return jobs.map(({ id }) => ({ id, status: "completed" }));
}

/**
 * Waiting for Shopify's budget costs no attempt; what Shopify will never accept goes to a person at
 * once; anything else is thrown on and tried again with backoff.
 */
function judgeFailure(error: unknown): JobOutcome | { kind: "bury"; error: Error } {
  if (error instanceof ShopifyError) {
    if (error.code === "not_installed") return cancel(error.message);
    if (error.retry === "never") return { kind: "bury", error };
    if (error.retryAfterSeconds !== undefined) return snooze(error.retryAfterSeconds);
  }
  log.warn({ err: error }, "job failed and will be retried");
  throw error;
}

async function runAgainLater(
  instance: PgBoss,
  kind: JobKind,
  jobs: readonly Job<object>[],
  seconds: number,
): Promise<void> {
  await instance.insert(
    kind,
    jobs.map((job) => ({
      data: job.data,
      startAfter: Math.max(1, Math.ceil(seconds)),
      ...(job.groupId ? { group: { id: job.groupId } } : {}),
    })),
  );
}

function describeDead(job: JobWithMetadata<object>): DeadJob {
  return {
    kind: job.sourceName ?? "unknown",
    payload: job.data,
    error: JSON.stringify(job.output ?? null).slice(0, 2000),
  };
}
