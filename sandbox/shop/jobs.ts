import { newId } from "./new-id.ts";
import type { Job, ShopState } from "./state.ts";

/**
 * Work Shopify does after it has answered: it runs in a later turn of the event loop, or when
 * `settleJobs` is called, whichever comes first, and never twice.
 */
export function scheduleJob(shop: ShopState, work: () => void): Job {
  const job: Job = {
    id: newId(shop, "Job"),
    done: false,
    run: () => {
      if (job.done) return;
      job.done = true;
      work();
    },
  };
  shop.jobs.set(job.id, job);
  setImmediate(job.run);
  return job;
}

/** Runs every job still waiting, now. */
export function settleJobs(shop: ShopState): void {
  for (const job of shop.jobs.values()) job.run();
}
