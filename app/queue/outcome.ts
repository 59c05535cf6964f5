/**
 * How a job ended without failing. Returning nothing means done; throwing means retry with backoff;
 * `snooze` runs it again later and costs no attempt; `cancel` gives up for a stated reason.
 */
export type JobOutcome =
  | { readonly kind: "done" }
  | { readonly kind: "snooze"; readonly seconds: number }
  | { readonly kind: "cancel"; readonly reason: string };

export const done: JobOutcome = { kind: "done" };

export function snooze(seconds: number): JobOutcome {
  return { kind: "snooze", seconds };
}

export function cancel(reason: string): JobOutcome {
  return { kind: "cancel", reason };
}
