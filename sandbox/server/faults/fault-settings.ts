import { z } from "zod";

const share = z.number().min(0).max(1);

/** What goes wrong with deliveries. Shares are probabilities per delivery. */
export const webhookFaults = z.strictObject({
  duplicateShare: share.default(0),
  dropShare: share.default(0),
  delayShare: share.default(0),
  delayMs: z.number().int().min(0).default(2_000),
  /** Deliveries leave in random order within a window of this many; 1 keeps the order. */
  shuffleWindow: z.number().int().min(1).max(1_000).default(1),
});

/**
 * What goes wrong with an Admin API call. `throttle`: refused at HTTP 200 before anything happens.
 * `error-before-commit`: 503, nothing happened. `timeout-after-commit`: executed, then the socket
 * dies without an answer. `hang-after-commit`: executed, then silence. `truncated-answer`: executed,
 * then half of the answer.
 */
export const apiFaultKind = z.enum([
  "throttle",
  "error-before-commit",
  "timeout-after-commit",
  "hang-after-commit",
  "truncated-answer",
]);

/** Strikes by `probability`, or the `next` n calls, among those naming `operation` (all when absent). */
export const apiFault = z
  .strictObject({
    kind: apiFaultKind,
    operation: z.string().min(1).optional(),
    probability: share.optional(),
    next: z.number().int().min(1).optional(),
  })
  .refine((fault) => (fault.probability === undefined) !== (fault.next === undefined), {
    message: "Give either a probability or the next n calls.",
  });

export const faultSettings = z.strictObject({
  seed: z.number().int().default(1),
  webhooks: webhookFaults.prefault({}),
  api: z.array(apiFault).default([]),
});

export type ApiFaultKind = z.infer<typeof apiFaultKind>;
export type ApiFault = z.infer<typeof apiFault>;
export type FaultSettings = z.infer<typeof faultSettings>;
