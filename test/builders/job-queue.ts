import type { Job } from "pg-boss";
import { boss } from "#app/queue/boss.server.ts";
import type { JobKind, JobPayloads } from "#app/queue/jobs.ts";
import { jobKinds } from "#app/queue/jobs.ts";
import type { JobHandlers } from "#app/queue/work.server.ts";
import { runJobs } from "#app/queue/work.server.ts";

type AnyPayload = JobPayloads[JobKind];

/** Payloads waiting in a queue, due or not, without taking them. */
export async function waitingJobs<K extends JobKind>(kind: K): Promise<JobPayloads[K][]> {
  const jobs = await (await boss()).findJobs<JobPayloads[K]>(kind, { queued: true });
  return jobs.map((job) => job.data);
}

/**
 * Runs waiting jobs, delayed ones included, until none of the given kinds is left. Handlers not
 * given keep their jobs. Throws what a handler throws, and after `limit` jobs.
 */
export async function drainJobs(handlers: Partial<JobHandlers>, limit = 2_000): Promise<number> {
  const instance = await boss();
  const kinds = jobKinds.filter((kind) => handlers[kind]);
  let ran = 0;
  for (let quiet = false; !quiet;) {
    quiet = true;
    for (const kind of kinds) {
      const jobs = await instance.fetch<AnyPayload>(kind, {
        batchSize: 100,
        ignoreStartAfter: true,
      });
      for (const job of jobs) await runOne(kind, handlers, job);
      ran += jobs.length;
      if (jobs.length > 0) quiet = false;
      if (ran > limit)
        throw new Error(`More than ${limit} jobs ran: something never comes to rest.`);
    }
  }
  return ran;
}

async function runOne(
  kind: JobKind,
  handlers: Partial<JobHandlers>,
  job: Job<AnyPayload>,
): Promise<void> {
  const instance = await boss();
  await runJobs(instance, kind, handlers as JobHandlers, [job]);
  await instance.complete(kind, job.id);
}
